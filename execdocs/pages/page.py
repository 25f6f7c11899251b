"""A page: its text, its fences, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.utils.meta import get_data

from execdocs.model.problem import Problem
from execdocs.model.program import Cell, Program
from execdocs.model.project import Project, read_text
from execdocs.pages.fences import Block, find_blocks
from execdocs.records.output import Output


@dataclass(frozen=True)
class Shown:
    """A block of a page, and the cell that it shows."""

    block: Block
    program: Program
    cell: Cell
    outputs: Mapping[str, tuple[Output, ...]]  # by backend, as far as it ran there


@dataclass(frozen=True)
class Page:
    """A page: its own words about itself, and what stands on it."""

    uri: str  # below `docs/`: `layers/losses.md`
    place: str  # as messages name it: `docs/layers/losses.md`
    title: str
    description: str
    lines: tuple[str, ...] = field(repr=False)  # without the front matter
    offset: int  # lines of the front matter
    blocks: tuple[Block, ...] = field(repr=False)
    faults: tuple[Problem, ...]  # fences that show nothing because they are wrong
    whole: str = field(repr=False)  # the text of the file

    @property
    def name(self) -> str:
        """What all editions of the page share: `layers/losses`."""
        return self.uri.removesuffix(".md")

    def at(self, line: int) -> str:
        """Return `file:line` for a line of the text below the front matter."""
        return f"{self.place}:{line + self.offset}"


def read_page(project: Project, path: Path, known: Page | None = None) -> Page:
    """Return a page of the site; the known one if its text is the same.

    Raises:
        Refused: The file is not UTF-8.
    """
    place, uri = project.place(path), path.relative_to(project.docs).as_posix()
    whole = read_text(path, place)
    if known is not None and known.whole == whole:
        return known
    text, meta = get_data(whole)
    offset = whole.count("\n") - text.count("\n")
    lines = text.expandtabs(4).split("\n")
    title = next((line[2:] for line in lines if line.startswith("# ")), path.stem)
    blocks, faults = find_blocks(lines)
    return Page(
        uri=uri,
        place=place,
        title=title.strip(),
        description=str(meta.get("description", "")),
        lines=tuple(lines),
        offset=offset,
        blocks=tuple(blocks),
        faults=tuple(
            Problem(f"{place}:{fault.line + offset}", fault.message) for fault in faults
        ),
        whole=whole,
    )
