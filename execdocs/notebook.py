"""Gather the programs of each page, as they were recorded, in one notebook.

mkdocs-jupyter renders the notebooks and lets readers download them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from execdocs.backends import installed
from execdocs.compose import included
from execdocs.program import Program
from execdocs.project import Project, write_whole
from execdocs.record import KERNEL, record_path
from execdocs.scan import pages


def write_notebooks(project: Project) -> list[Path]:
    """Write a notebook for each page that has programs; return their paths."""
    written = []
    for path in pages(project):
        programs = list(dict.fromkeys(p for _, p, _ in included(project, path)))
        if programs:
            name = path.relative_to(project.docs).with_suffix(".ipynb")
            notebook = _notebook(project, _title(path), programs)
            text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)
            write_whole(project, project.notebooks / name, text + "\n")
            written.append(project.notebooks / name)
    return written


def _title(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^# (.*)$", text, re.MULTILINE)
    return found[1] if found else path.stem


def _notebook(project: Project, title: str, programs: list[Program]) -> dict:
    gathered: list[dict] = [_markdown("title", f"# {title}")]
    for number, program in enumerate(programs, 1):
        record = _first_record(project, program)
        if record is None:
            continue  # it could not be run, and the page says so
        cells = json.loads(record.read_text(encoding="utf-8"))["cells"]
        for position, cell in enumerate(cells):
            cell["id"] = f"program-{number}-cell-{position}"
        cells[0] = _markdown(cells[0]["id"], f"## {program.name}\n\n{program.title}")
        if program.cells[-1].raises:
            cells[-1]["metadata"]["tags"] = ["raises-exception"]
        gathered += cells
    code = (cell for cell in gathered if cell["cell_type"] == "code")
    for count, cell in enumerate(code, 1):
        cell["execution_count"] = count
    return {"cells": gathered, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}


def _first_record(project: Project, program: Program) -> Path | None:
    """Return the record on the first backend that the program ran on."""
    paths = (
        record_path(project, program.name, backend)
        for backend in installed(program.backends)
    )
    return next((path for path in paths if path.exists()), None)


def _markdown(name: str, text: str) -> dict:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}
