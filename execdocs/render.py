"""Turn a cell's recorded outputs into HTML that can hold no markup of its own."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from execdocs.problem import Problem


def render_outputs(
    outputs: Sequence[dict],
    *,
    program: str,
    cell: str,
    backend: str,
    alts: Sequence[str],
) -> str:
    """Return the outputs of a cell, or an empty string where there are none.

    Args:
        outputs: nbformat outputs, as a record keeps them.
        program: Name of the program.
        cell: Name of the cell.
        backend: The backend that made the outputs.
        alts: A description for each figure, in their order.

    Raises:
        Problem: Figures and descriptions do not match in number.
    """
    figures = [output for output in outputs if output["output_type"] == "display_data"]
    if len(figures) != len(alts):
        raise Problem(
            f"the cell shows {len(figures)} figure(s) and the fence describes "
            f'{len(alts)}; give the fence an `alt="what is to be seen"` for each'
        )
    if not outputs:
        return ""
    descriptions = iter(alts)
    parts = [_output(output, descriptions) for output in outputs]
    return (
        f'<div class="output" data-program="{escape(program)}" '
        f'data-cell="{escape(cell)}" data-backend="{escape(backend)}">'
        f"{''.join(parts)}</div>"
    )


def render_failure(message: str) -> str:
    """Return what is wrong with a block, for the page that its author is looking at."""
    return (
        '<div class="output output-failure" role="alert">'
        f"{_pre(message, 'failure', 'What is wrong here')}</div>"
    )


def _output(output: dict, descriptions) -> str:
    kind = output["output_type"]
    if kind == "stream":
        label = "Output" if output["name"] == "stdout" else "Warning"
        return _pre(output["text"], output["name"], label)
    if kind == "error":
        return _pre("\n".join(output["traceback"]), "error", "Error")
    return _figure(output, next(descriptions))


def _pre(text: str, kind: str, label: str) -> str:
    # `samp`, not `code`: the theme gives every `pre > code` a copy button.
    text = escape(text.rstrip("\n"), quote=False)
    return (
        f'<pre class="output-{kind}" role="group" tabindex="0" aria-label="{label}">'
        f"<samp>{text}</samp></pre>"
    )


def _figure(output: dict, alt: str) -> str:
    mime, data = next(
        (mime, data) for mime, data in output["data"].items() if mime[:5] == "image"
    )
    if mime == "image/svg+xml":
        data = base64.b64encode(data.encode()).decode()
    size = output["metadata"][mime]
    kind = mime.partition("/")[2].partition("+")[0]
    # In an <img>, an SVG can run no script and its ids are its own.
    return (
        f'<img class="output-figure output-{kind}" alt="{escape(alt)}" '
        f'width="{size["width"]}" height="{size["height"]}" '
        f'src="data:{mime};base64,{"".join(data.split())}">'
    )
