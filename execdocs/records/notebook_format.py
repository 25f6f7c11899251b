"""Outputs as notebooks keep them (nbformat 4), and back."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from execdocs.records.output import Error, Figure, Output, Text

KERNEL = {
    "kernelspec": {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    },
    "language_info": {"name": "python"},
}
SVG = "image/svg+xml"


def to_notebook(output: Output) -> dict[str, Any]:
    """Return an output as a notebook's cell has it."""
    match output:
        case Text(stream=stream, text=text):
            return {"output_type": "stream", "name": stream, "text": text}
        case Error(name=name, message=message, traceback=traceback):
            return {
                "output_type": "error",
                "ename": name,
                "evalue": message,
                "traceback": traceback.split("\n"),
            }
        case Figure(mime=mime, width=width, height=height):
            binary = output.data
            data = binary.decode() if mime == SVG else base64.b64encode(binary).decode()
            size: dict[str, int | str] = {"width": width, "height": height}
            if output.alt:
                size["alt"] = output.alt
            return {
                "output_type": "display_data",
                "data": {
                    mime: data,
                    "text/plain": f"<Figure of {width}x{height} pixels>",
                },
                "metadata": {mime: size},
            }


def from_notebook(output: Mapping[str, Any]) -> Output:
    """Return what a notebook's cell has as an output.

    Raises:
        KeyError, StopIteration, ValueError: It is none that a record has.
    """
    kind = output["output_type"]
    if kind == "stream":
        return Text(output["name"], "".join(output["text"]))
    if kind == "error":
        traceback = "\n".join(output["traceback"])
        return Error(output["ename"], output["evalue"], traceback)
    mime = next(mime for mime in output["data"] if mime.startswith("image/"))
    text = "".join(output["data"][mime])
    data = text.encode() if mime == SVG else base64.b64decode(text)
    size = output["metadata"][mime]
    return Figure(mime, data, size["width"], size["height"], size.get("alt", ""))
