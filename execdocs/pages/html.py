"""What a block puts on a page, as HTML that can hold no markup of a program's own."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape

from execdocs.model.backend import BACKENDS, titles
from execdocs.model.program import Program
from execdocs.pages.fences import Block
from execdocs.pages.page import Shown
from execdocs.records.output import Error, Figure, Output, Text

NOTHING = '<p class="nothing">It puts out nothing.</p>'
# Spans whose colour on the site is that of plain code, and those of `self`: a browser
# styles each span, and these are most of them.
PLAIN = re.compile(r'<span class="(?:bp|n|nn|o|p|w)">([^<]*)</span>')


def render_outputs(shown: Shown, address: str, root: str | None = None) -> str:
    """Return the outputs of a cell, and on which backends it ran.

    Where the outputs differ between backends, each backend has a tab, labelled like a
    tab that an author writes: the theme links tabs of the same label.

    Args:
        shown: The block and its outputs.
        address: What leads to the output, or to its tabs, on the page.
        root: The relative address of the site's root; None embeds the figures.
    """
    program, cell = shown.program, shown.cell
    if not shown.outputs:
        needed = " or ".join(titles(program.backends))
        return f'<p class="ran">Not run in this build: it needs {needed}.</p>'
    where = f'data-cell="{escape(cell.name)}"'
    made = {
        backend: render_content(each, root) for backend, each in shown.outputs.items()
    }
    whole = "" if root is None else _whole(program, root)
    ran = f"Ran on {', '.join(titles(made))}{whole}"
    caption = f'<p class="ran" data-search-exclude="true">{ran}</p>'
    if len(set(made.values())) > 1:
        tabs = {
            backend: _output(content or NOTHING, where, backend)
            for backend, content in made.items()
        }
        return _tabs(tabs, address) + caption
    content, where = next(iter(made.values())), f'id="{address}" {where}'
    return (content and _output(content, where, " ".join(made))) + caption


def render_content(outputs: Iterable[Output], root: str | None) -> str:
    """Return what a cell put out, as HTML; see `render_outputs` for the root."""
    return "".join(_part(output, root) for output in outputs)


def render_opening(
    program: str, source: str, copied: str, above: str, address: str
) -> str:
    """Return the tag that a block and its output stand in; it says what is copied.

    The code of a program is on the page once: what is copied is put together from the
    program's blocks, and from what stands between them in the file.

    Args:
        program: Its name.
        source: The block's code.
        copied: What its copy button copies.
        above: What that of the program's block above copies.
        address: The block's id.
    """
    name, code = escape(program), f"{source}\n"
    opening = f'<div class="program" id="{address}" data-source="{name}"'
    exact = source == for_markdown(source)
    if exact and copied.startswith(above) and copied[len(above) :].endswith(code):
        between = copied[len(above) : -len(code)]
        return f'{opening} data-before="{_safe(between)}">'
    return f'{opening} data-copy="{_safe(copied)}">'


def render_openings(
    shown: Iterable[Shown], addresses: Mapping[Block, str]
) -> dict[Block, str]:
    """Return the tag that each block of a page begins with; see `render_opening`."""
    openings: dict[Block, str] = {}
    above: dict[str, str] = {}
    for each in shown:
        name, copied = each.program.name, each.program.through(each.cell)
        openings[each.block] = render_opening(
            name, each.cell.source, copied, above.get(name, ""), addresses[each.block]
        )
        above[name] = copied
    return openings


def addresses_of(shown: Iterable[Shown]) -> dict[Block, str]:
    """Return what leads to each block of a page: the names of its file and its cell.

    It stays the same when the page around the block changes.
    """
    addresses: dict[Block, str] = {}
    taken: Counter[str] = Counter()
    for each in shown:
        stem = posixpath.basename(each.program.name).removesuffix(".py")
        address = "-".join(f"{stem}-{each.cell.name}".split())
        taken[address] += 1
        if taken[address] > 1:
            address += f"-{taken[address]}"
        addresses[each.block] = escape(address)
    return addresses


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


def _whole(program: Program, root: str) -> str:
    """Return a link to the program as a whole, on the page of its folder's programs.

    The dot before the link is inside the element, so that print hides both together.
    """
    folder, name = posixpath.split(program.name.removesuffix(".py"))
    place = f"{root}programs/{folder or 'index'}.html#{name}"
    return f'<span class="whole"> · <a href="{place}">whole program</a></span>'


def _output(content: str, where: str, backends: str) -> str:
    return f'<div class="output" {where} data-backend="{backends}">{content}</div>'


def _tabs(shown: Mapping[str, str], address: str) -> str:
    """Return tabs as `pymdownx.tabbed` makes them, which work without a script."""
    inputs = labels = blocks = ""
    for number, (backend, output) in enumerate(shown.items(), 1):
        name = f"{address}-{backend}"
        checked = " checked" if number == 1 else ""
        inputs += f'<input type="radio" id="{name}" name="{address}"{checked}>'
        labels += f'<label for="{name}">{BACKENDS[backend].title}</label>'
        blocks += f'<div class="tabbed-block">{output}</div>'
    # The theme links those tabs alone that have the attribute.
    return (
        f'<div class="tabbed-set tabbed-alternate backends" id="{address}" '
        f'data-tabs="{len(shown)}">{inputs}'
        f'<div class="tabbed-labels">{labels}</div>'
        f'<div class="tabbed-content">{blocks}</div></div>'
    )


def _part(output: Output, root: str | None) -> str:
    match output:
        case Text(stream=stream, text=text):
            return _pre(text, stream, "Output" if stream == "stdout" else "Warning")
        case Error(traceback=traceback):
            return _pre(traceback, "error", "Error")
        case Figure():
            return _figure(output, root)


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


def _figure(image: Figure, root: str | None) -> str:
    address = image.embedded if root is None else root + image.uri
    # A dark page shows lines as their negative; pixels would be another picture.
    holds = "pixels" if image.kind == "png" or b"<image" in image.data else "lines"
    # In an <img>, an SVG can run no script and its ids are its own.
    figure = (
        f'<img class="output-figure output-{holds}" alt="{escape(image.alt)}" '
        f'width="{image.width}" height="{image.height}" loading="lazy" src="{address}">'
    )
    # A script enlarges it in its place; without one, the figure opens alone.
    return (
        figure if root is None else f'<a class="enlarge" href="{address}">{figure}</a>'
    )


def lean(html: str) -> str:
    """Return a page without the spans around plain code: over a third of its bytes."""
    return PLAIN.sub(r"\1", html)
