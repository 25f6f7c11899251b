"""Figures as files of the site: a page names them, a browser keeps them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Image:
    """A figure, as a program drew it."""

    mime: str
    data: bytes
    width: int  # in CSS pixels
    height: int

    @property
    def kind(self) -> str:
        """What its file name ends with: svg or png."""
        return self.mime.partition("/")[2].partition("+")[0]

    @property
    def uri(self) -> str:
        """Its address from the site's root; the same figure has the same."""
        digest = hashlib.sha256(self.data).hexdigest()[:16]
        return f"assets/figures/{digest}.{self.kind}"

    @property
    def embedded(self) -> str:
        """The address that holds the figure itself, for where there are no files."""
        return f"data:{self.mime};base64,{base64.b64encode(self.data).decode()}"


def image_of(output: dict) -> Image:
    """Return the figure of an nbformat `display_data`, as records keep it."""
    mime, data = next(
        (mime, data) for mime, data in output["data"].items() if mime[:5] == "image"
    )
    binary = data.encode() if mime == "image/svg+xml" else base64.b64decode(data)
    size = output["metadata"][mime]
    return Image(mime, binary, size["width"], size["height"])
