"""Turn a cell's recorded outputs into HTML that can hold no markup of its own."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from execdocs.backends import BACKENDS
from execdocs.problem import Problem
from execdocs.program import Cell, Program

NOTHING = '<p class="nothing">It puts out nothing.</p>'


def render_outputs(
    outputs: Mapping[str, Sequence[dict]],
    *,
    program: Program,
    cell: Cell,
    alts: Sequence[str],
    group: str,
) -> str:
    """Return the outputs of a cell, and on which backends it ran.

    Where the backends put out different things, each has a tab, labelled like a tab
    that an author writes: the theme links tabs of the same label.

    Args:
        outputs: nbformat outputs by installed backend, as records keep them.
        program: The program.
        cell: Its cell.
        alts: A description for each figure, in their order.
        group: Name of the tabs, which is no other's on the page.

    Raises:
        Problem: Figures and descriptions do not match in number.
    """
    if not outputs:
        needed = " or ".join(_titles(program.backends))
        return f'<p class="ran">Not run in this build: it needs {needed}.</p>'
    where = f'data-program="{escape(program.name)}" data-cell="{escape(cell.name)}"'
    made = {backend: _content(each, alts) for backend, each in outputs.items()}
    caption = f'<p class="ran">Ran on {", ".join(_titles(made))}</p>'
    if len(set(made.values())) > 1:
        shown = {
            backend: _output(content or NOTHING, where, backend)
            for backend, content in made.items()
        }
        return _tabs(shown, group) + caption
    content = next(iter(made.values()))
    return (content and _output(content, where, " ".join(made))) + caption


def render_failure(message: str) -> str:
    """Return what is wrong with a block, for the page that its author is looking at."""
    return (
        '<div class="output output-failure" role="alert">'
        f"{_pre(message, 'failure', 'What is wrong here')}</div>"
    )


def _titles(backends: Iterable[str]) -> list[str]:
    return [BACKENDS[backend].title for backend in backends]


def _content(outputs: Sequence[dict], alts: Sequence[str]) -> str:
    figures = sum(output["output_type"] == "display_data" for output in outputs)
    if figures != len(alts):
        raise Problem(
            f"the cell shows {figures} figure(s) and the fence describes "
            f'{len(alts)}; give the fence an `alt="what is to be seen"` for each'
        )
    descriptions = iter(alts)
    return "".join(_part(output, descriptions) for output in outputs)


def _output(content: str, where: str, backends: str) -> str:
    return f'<div class="output" {where} data-backend="{backends}">{content}</div>'


def _tabs(shown: Mapping[str, str], group: str) -> str:
    """Return tabs as `pymdownx.tabbed` makes them, which work without a script."""
    inputs = labels = blocks = ""
    for number, (backend, output) in enumerate(shown.items(), 1):
        name = f"{group}-{number}"
        checked = " checked" if number == 1 else ""
        inputs += f'<input type="radio" id="{name}" name="{group}"{checked}>'
        labels += f'<label for="{name}">{BACKENDS[backend].title}</label>'
        blocks += f'<div class="tabbed-block">{output}</div>'
    # The theme links those tabs alone that have the attribute.
    return (
        f'<div class="tabbed-set tabbed-alternate backends" '
        f'data-tabs="{group}:{len(shown)}">{inputs}'
        f'<div class="tabbed-labels">{labels}</div>'
        f'<div class="tabbed-content">{blocks}</div></div>'
    )


def _part(output: dict, descriptions) -> str:
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
