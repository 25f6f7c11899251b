"""A page as a notebook: prose, code and outputs, for each backend.

A notebook runs from top to bottom in one process, while each program of a page ran in
a process of its own. So a program begins with a cell that makes the process like new;
and one that the page comes back to begins with all of its own code so far.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from execdocs.build import Build
from execdocs.editions.markdown import block_text
from execdocs.model.backend import BACKENDS, BY_DEFAULT, installed, titles
from execdocs.model.program import Program
from execdocs.pages.page import Page, Shown
from execdocs.records.notebook_format import KERNEL, to_notebook
from execdocs.records.output import Output

PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w./-]+\.svg)\)")
INSTALL = """\
# The outputs were made with this version.
from importlib.metadata import distributions

if "{0}" not in [each.version for each in distributions(name="keras")]:
    %pip install -q "keras=={0}"
"""
SELECT = """\
# Keras reads this when it is imported.
import os

os.environ["KERAS_BACKEND"] = "{}"
"""
FRESH = """\
# A program of its own begins: names count from one again.
import keras

keras.utils.clear_session()
"""

Cell = dict[str, Any]  # as nbformat has it


@dataclass(frozen=True)
class Notebook:
    """A page as a notebook for one backend."""

    uri: str  # its address from the site's root
    page: str  # the page's path in docs/, without its ending
    backend: str
    is_first: bool  # whether the site shows it; the page's others are downloads
    text: str = field(repr=False)  # the file
    outputs: tuple[tuple[Output, ...], ...] = field(repr=False)  # by cell


def notebooks_of(build: Build, page: Page, site: str = "") -> list[Notebook]:
    """Return the notebooks of a page: one for each backend that its programs name.

    Args:
        build: What the pages are made from.
        page: The page.
        site: The address of the site; without one, links between pages are relative.
    """
    programs = [shown.program for shown in build.shown[page.uri].values()]
    used = {backend for program in programs for backend in program.backends}
    root = site or "../" * (page.name.count("/") + 1)
    made: list[Notebook] = []
    for backend in (each for each in installed(BY_DEFAULT) if each in used):
        name = f"{page.name}.{backend}" if made else page.name
        pairs = [*_cells(build, page, backend)]
        cells = [cell for cell, _ in pairs]
        for cell in cells:
            if cell["cell_type"] == "markdown":
                cell["source"] = _relinked(cell["source"], page.name, root)
        made.append(
            Notebook(
                uri=f"notebooks/{name}.ipynb",
                page=page.name,
                backend=backend,
                is_first=not made,
                text=_text(cells),
                outputs=tuple(outputs for _, outputs in pairs),
            )
        )
    return made


def _cells(
    build: Build, page: Page, backend: str
) -> Iterator[tuple[Cell, tuple[Output, ...]]]:
    """Yield the cells of a notebook, without ids, and what each of them put out."""
    ran = _Ran()
    for number, part in enumerate(build.parts(page, backend)):
        if isinstance(part, str):
            text = part if number else _introduced(part, page.name, backend)
            yield _markdown(text), ()
        elif backend not in part.outputs:
            needed = " or ".join(titles(part.program.backends))
            needs = f"*Not run in this notebook, for it needs {needed}:*"
            yield _markdown(f"{needs}\n\n{block_text(part, None)}"), ()
        else:
            if not ran.program:
                for source in _set_up(build, part.program, backend):
                    yield _code(source), ()
            for source in ran.before(part):
                yield _code(source), ()
            outputs = part.outputs[backend]
            cell = _code(part.cell.source)
            cell["outputs"] = [*map(to_notebook, outputs)]
            if part.cell.raises:
                cell["metadata"]["tags"] = ["raises-exception"]
            yield cell, outputs


def _set_up(build: Build, program: Program, backend: str) -> Iterator[str]:
    """Yield what makes a notebook run as the site did, from its first program on."""
    packages = build.records[program.name, backend].key["packages"]
    if "keras" in packages:
        yield INSTALL.format(packages["keras"])
    yield SELECT.format(backend)


class _Ran:
    """What the notebook's process has run so far."""

    def __init__(self) -> None:
        self.program: Program | None = None  # the last one
        self.cells = 0  # of it

    def before(self, shown: Shown) -> Iterator[str]:
        """Yield the code that has to run before a block's own."""
        program, index = shown.program, shown.program.cells.index(shown.cell)
        imported = {name.partition(".")[0] for name in program.imports}
        fresh = FRESH if self.program and "keras" in imported else ""
        if program == self.program and self.cells <= index:
            yield from (cell.source for cell in program.cells[self.cells : index])
        elif index:
            above = program.through(program.cells[index - 1])
            yield f"%%capture\n{fresh}\n{above}"
        elif fresh:
            yield fresh
        self.program, self.cells = program, index + 1


def _introduced(text: str, page: str, backend: str) -> str:
    """Return the beginning of a page, with a word on what the reader has opened."""
    title = BACKENDS[backend].title
    heading, _, rest = text.partition("\n")
    address = f"{posixpath.basename(page)}.md"
    said = f"*The chapter [on the site]({address}) as a notebook for {title}.*"
    return f"{heading}\n\n{said}\n{rest}"


def _relinked(text: str, page: str, root: str) -> str:
    """Return a page's Markdown with its links leading to the site.

    A picture becomes a link with its description: a notebook stands alone.
    """
    text = PICTURE.sub(r"[Picture](\2): \1", text)

    def replace(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link[1]))
        kind = "html" if link[2] == "md" else link[2]
        return f"]({root}{target}.{kind}{link[3]})"

    return re.sub(r"\]\(([\w./-]+)\.(md|svg)((?:#[\w-]+)?)\)", replace, text)


def _markdown(text: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(source: str) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source.rstrip("\n"),
    }


def _text(cells: Sequence[Cell]) -> str:
    count = 0
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"
        if cell["cell_type"] == "code":
            count += 1
            cell["execution_count"] = count
    notebook: Mapping[str, object] = {
        "cells": cells,
        "metadata": KERNEL,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
