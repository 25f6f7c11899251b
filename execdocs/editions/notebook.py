"""A page as a notebook: prose, code and outputs, for each backend.

A notebook runs from top to bottom in one process, while the programs of a page ran in
one each. So a program begins with what makes the process like new again; and one that
the page comes back to begins with all of its own code so far.
"""

from __future__ import annotations

import copy
import json
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from execdocs.editions.markdown import block_text
from execdocs.model.backend import BACKENDS, BY_DEFAULT, installed
from execdocs.model.program import Program
from execdocs.model.project import Project, write_whole
from execdocs.pages.fences import pages
from execdocs.pages.page import Page, Shown, read_page
from execdocs.records.record import KERNEL

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


@dataclass(frozen=True)
class Notebook:
    """A page as a notebook for one backend."""

    path: Path
    uri: str  # its address from the site's root
    page: str  # the page's path in docs/, without its ending
    backend: str
    is_first: bool  # the one that the site shows, of the page's


def write_notebooks(project: Project, site: str = "") -> list[Notebook]:
    """Write the notebooks of each page that has programs.

    Args:
        project: The site.
        site: Its address; without one, links between pages are relative.
    """
    written = []
    for path in pages(project):
        page = path.relative_to(project.docs).with_suffix("").as_posix()
        parts = read_page(project, path).parts
        programs = {part.program for part in parts if isinstance(part, Shown)}
        used = {backend for program in programs for backend in program.backends}
        for backend in (each for each in installed(BY_DEFAULT) if each in used):
            is_first = not written or written[-1].page != page
            name = page if is_first else f"{page}.{backend}"
            file = project.notebooks / f"{name}.ipynb"
            uri = file.relative_to(project.work).as_posix()
            notebook = Notebook(file, uri, page, backend, is_first)
            cells = [*_cells(project, notebook, read_page(project, path, backend))]
            root = site or "../" * (page.count("/") + 1)
            for number, cell in enumerate(cells, 1):
                cell["id"] = f"cell-{number}"
                if cell["cell_type"] == "markdown":
                    cell["source"] = _relinked(cell["source"], page, root)
            write_whole(project, file, _text(cells))
            written.append(notebook)
    return written


def _cells(project: Project, notebook: Notebook, page: Page) -> Iterator[dict]:
    """Yield the cells of a notebook, without ids."""
    ran = _Ran(notebook.backend)
    for number, part in enumerate(page.parts):
        if isinstance(part, str):
            yield _markdown(part if number else _introduced(part, notebook))
            continue
        outputs = part.outputs(project)
        if notebook.backend not in outputs:
            titles = " or ".join(BACKENDS[each].title for each in part.program.backends)
            needs = f"*Not run in this notebook, for it needs {titles}:*"
            yield _markdown(f"{needs}\n\n{block_text(part, outputs, None)}")
            continue
        yield from map(_code, ran.before(part))
        cell = _code(part.cell.source)
        cell["outputs"] = _described(outputs[notebook.backend], part.block.alts)
        if part.cell.raises:
            cell["metadata"]["tags"] = ["raises-exception"]
        yield cell


class _Ran:
    """What the notebook's process has run so far."""

    def __init__(self, backend: str) -> None:
        self.backend = backend
        self.program: Program | None = None  # the last one
        self.cells = 0  # of it

    def before(self, shown: Shown) -> Iterator[str]:
        """Yield the code that has to run before a block's own."""
        program, index = shown.program, shown.program.cells.index(shown.cell)
        imported = {name.partition(".")[0] for name in program.imports}
        fresh = FRESH if self.program and "keras" in imported else ""
        if self.program is None:
            yield SELECT.format(self.backend)
        if program == self.program and self.cells <= index:
            yield from (cell.source for cell in program.cells[self.cells : index])
        elif index:
            above = program.through(program.cells[index - 1])
            yield f"%%capture\n{fresh}\n{above}"
        elif fresh:
            yield fresh
        self.program, self.cells = program, index + 1


def _introduced(text: str, notebook: Notebook) -> str:
    """Return the beginning of a page, with a word on what the reader has opened."""
    title = BACKENDS[notebook.backend].title
    heading, _, rest = text.partition("\n")
    address = f"{posixpath.basename(notebook.page)}.md"
    said = f"*The chapter [on the site]({address}) as a notebook for {title}.*"
    return f"{heading}\n\n{said}\n{rest}"


def _described(outputs: Sequence[dict], alts: Sequence[str]) -> list[dict]:
    """Return outputs as a notebook keeps them, figures with their descriptions."""
    outputs, descriptions = copy.deepcopy([*outputs]), iter(alts)
    for output in outputs:
        if output["output_type"] == "display_data":
            alt = next(descriptions)
            for metadata in output["metadata"].values():
                metadata["alt"] = alt
    return outputs


def _relinked(text: str, page: str, root: str) -> str:
    """Return a page's Markdown with its links to other pages leading to the site."""

    def replace(link: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link[1]))
        return f"]({root}{target}.html{link[2]})"

    return re.sub(r"\]\(([\w./-]+)\.md((?:#[\w-]+)?)\)", replace, text)


def _markdown(text: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(source: str) -> dict:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source.rstrip("\n"),
    }


def _text(cells: Sequence[dict]) -> str:
    code = (cell for cell in cells if cell["cell_type"] == "code")
    for count, cell in enumerate(code, 1):
        cell["execution_count"] = count
    notebook = {"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
