"""Gather the programs of each page, as they were recorded, in one notebook.

mkdocs-jupyter renders the notebooks and lets readers download them.
"""

from __future__ import annotations

import json
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
            notebook = _notebook(project, programs)
            text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)
            write_whole(project.notebooks / name, text + "\n")
            written.append(project.notebooks / name)
    return written


def _notebook(project: Project, programs: list[Program]) -> dict:
    cells = []
    for program in programs:
        path = record_path(project, program.name, installed(program.backends)[0])
        if not path.exists():
            continue  # it could not be run, and the page says so
        stem = program.name.removesuffix(".py").replace("/", "-")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            cell["id"] = f"{stem}-{cell['id']}"[:64]
            made = program.cell(cell["id"].removeprefix(f"{stem}-"))
            if made and made.raises:
                cell["metadata"]["tags"] = ["raises-exception"]
            cells.append(cell)
    for number, cell in enumerate(c for c in cells if c["cell_type"] == "code"):
        cell["execution_count"] = number + 1
    return {"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
