"""Pages as plain Markdown: prose, code and outputs, for people and for models.

A program is whole there: what a page leaves out of it stands before what needs it.
Each page has such an edition at its own address; `llms.txt` lists them in the form
that https://llmstxt.org describes, `llms-full.txt` holds them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from execdocs.build import Build
from execdocs.model.backend import titles
from execdocs.model.program import Cell, Program
from execdocs.pages.fences import fenced
from execdocs.pages.page import Page, Shown
from execdocs.records.output import Error, Figure, Output, Text


def edition(build: Build, page: Page) -> str:
    """Return a page as plain Markdown; figures are links into the site."""
    root = "../" * page.uri.count("/")
    texts: list[str] = []
    told: dict[str, int] = {}  # how many cells of each program
    for part in build.parts(page):
        if isinstance(part, str):
            texts.append(part)
            continue
        program, index = part.program, part.program.cells.index(part.cell)
        if left_out := program.cells[told.get(program.name, 0) : index]:
            texts.append("Before it, the program runs what the page leaves out:")
            texts += [_code(program, cell) for cell in left_out]
        told[program.name] = max(told.get(program.name, 0), index + 1)
        texts.append(block_text(part, root))
    if used := build.versions(page):
        texts.append(f"---\n\nThe programs of this page were run on {', '.join(used)}.")
    return "\n\n".join(texts) + "\n"


def block_text(shown: Shown, root: str | None) -> str:
    """Return a block with its outputs, as fences.

    Args:
        shown: The block and its outputs.
        root: The relative address of the site's root; None leaves figures out, and
            their descriptions in.
    """
    texts = [_code(shown.program, shown.cell)]
    made: dict[str, list[str]] = {}
    for backend, outputs in shown.outputs.items():
        text = "\n\n".join(_text(output, root) for output in outputs)
        made.setdefault(text, []).append(backend)
    for text, backends in made.items():
        if text:
            on = f"Output on {listed(titles(backends))}:"
            texts += [on if len(made) > 1 else "Output:", text]
    return "\n\n".join(texts)


def _code(program: Program, cell: Cell) -> str:
    return fenced(cell.source, f'python title="{program.name}"')


def _text(output: Output, root: str | None) -> str:
    match output:
        case Text(text=text) | Error(traceback=text):
            return fenced(text, "text")
        case Figure(alt=alt, uri=uri):
            return f"*{alt}*" if root is None else f"![{alt}]({root}{uri})"


def llms(
    name: str, summary: str, sections: Mapping[str, Iterable[tuple[str, Page]]]
) -> str:
    """Return an `llms.txt`: a site's name, what it is, and its pages by section.

    Args:
        name: The name of the site.
        summary: One sentence.
        sections: Pairs of address and page, by the name of the section.
    """
    texts = [f"# {name}", f"> {summary}"]
    for section, members in sections.items():
        links = (
            f"- [{page.title}]({address}): {page.description}"
            for address, page in members
        )
        texts += [f"## {section}", "\n".join(links)]
    return "\n\n".join(texts) + "\n"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
