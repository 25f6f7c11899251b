"""Turn a cell's recorded outputs into HTML that can hold no markup of its own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from execdocs.model.backend import BACKENDS
from execdocs.model.problem import Problem
from execdocs.model.program import Cell, Program
from execdocs.records.output import Image, image_of

NOTHING = '<p class="nothing">It puts out nothing.</p>'


def render_outputs(
    outputs: Mapping[str, Sequence[dict]],
    *,
    program: Program,
    cell: Cell,
    alts: Sequence[str],
    group: str,
    root: str | None = None,
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
        root: The relative address of the site's root; None embeds the figures.

    Raises:
        Problem: Figures and descriptions do not match in number.
    """
    if not outputs:
        needed = " or ".join(_titles(program.backends))
        return f'<p class="ran">Not run in this build: it needs {needed}.</p>'
    where = f'data-program="{escape(program.name)}" data-cell="{escape(cell.name)}"'
    made = {
        backend: render_content(each, alts, root) for backend, each in outputs.items()
    }
    whole = "" if root is None else _whole(program, root)
    ran = f"Ran on {', '.join(_titles(made))}{whole}"
    caption = f'<p class="ran" data-search-exclude="true">{ran}</p>'
    if len(set(made.values())) > 1:
        shown = {
            backend: _output(content or NOTHING, where, backend)
            for backend, content in made.items()
        }
        return _tabs(shown, group) + caption
    content = next(iter(made.values()))
    return (content and _output(content, where, " ".join(made))) + caption


def render_content(
    outputs: Sequence[dict], alts: Sequence[str], root: str | None
) -> str:
    """Return what a cell put out, as HTML.

    Raises:
        Problem: Figures and descriptions do not match in number.
    """
    figures = sum(output["output_type"] == "display_data" for output in outputs)
    if figures != len(alts):
        raise Problem(
            f"the cell shows {figures} figure(s) and the fence describes "
            f'{len(alts)}; give the fence an `alt="what is to be seen"` for each'
        )
    descriptions = iter(alts)
    return "".join(_part(output, descriptions, root) for output in outputs)


def render_opening(program: str, source: str, copied: str, above: str) -> str:
    """Return the tag that a block and its output stand in; it says what is copied.

    The code of a program is on the page once: what is copied is put together from the
    program's blocks, and from what stands between them in the file.

    Args:
        program: Its name.
        source: The block's code.
        copied: What its copy button copies.
        above: What that of the program's block above copies.
    """
    name, code = escape(program), f"{source}\n"
    exact = source == for_markdown(source)
    if exact and copied.startswith(above) and copied[len(above) :].endswith(code):
        between = copied[len(above) : -len(code)]
        return (
            f'<div class="program" data-source="{name}" data-before="{_safe(between)}">'
        )
    return f'<div class="program" data-source="{name}" data-copy="{_safe(copied)}">'


def for_markdown(source: str) -> str:
    """Return code without the characters that Python-Markdown takes for its own."""
    return source.replace("\2", "").replace("\3", "")


def _safe(text: str) -> str:
    return escape(text).replace("\2", "&#2;").replace("\3", "&#3;")


def render_failure(message: str) -> str:
    """Return what is wrong with a block, for the page that its author is looking at."""
    return (
        '<div class="output output-failure" role="alert">'
        f"{_pre(message, 'failure', 'What is wrong here')}</div>"
    )


def _titles(backends: Iterable[str]) -> list[str]:
    return [BACKENDS[backend].title for backend in backends]


def _whole(program: Program, root: str) -> str:
    """Return a link to the program as a whole, on the page of its folder's programs.

    The dot before it goes with it, where paper has no links.
    """
    folder, name = posixpath.split(program.name.removesuffix(".py"))
    place = f"{root}programs/{folder or 'index'}.html#{name}"
    return f'<span class="whole"> · <a href="{place}">whole program</a></span>'


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


def _part(output: dict, descriptions: Iterator[str], root: str | None) -> str:
    kind = output["output_type"]
    if kind == "stream":
        label = "Output" if output["name"] == "stdout" else "Warning"
        return _pre(output["text"], output["name"], label)
    if kind == "error":
        return _pre("\n".join(output["traceback"]), "error", "Error")
    return _figure(image_of(output), next(descriptions), root)


def _pre(text: str, kind: str, label: str) -> str:
    # `samp`, not `code`: the theme gives every `pre > code` a copy button.
    text = escape(text.rstrip("\n"), quote=False)
    # Readers look for messages, and numbers would drown the index.
    search = ' data-search-exclude="true"' if kind == "stdout" else ""
    return (
        f'<pre class="output-{kind}" role="group" tabindex="0" aria-label="{label}"'
        f"{search}>"
        f"<samp>{text}</samp></pre>"
    )


def _figure(image: Image, alt: str, root: str | None) -> str:
    address = image.embedded if root is None else root + image.uri
    # In an <img>, an SVG can run no script and its ids are its own.
    figure = (
        f'<img class="output-figure output-{image.kind}" alt="{escape(alt)}" '
        f'width="{image.width}" height="{image.height}" loading="lazy" src="{address}">'
    )
    # A script enlarges it in its place; without one, the figure opens alone.
    return (
        figure if root is None else f'<a class="enlarge" href="{address}">{figure}</a>'
    )
