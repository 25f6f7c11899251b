"""Keep what a program put out: one executed notebook for each program and backend.

A record holds no time and no path of the machine: the same program on the same
versions makes the same bytes. Its metadata names all that its outputs depend on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from execdocs.model.problem import Problem
from execdocs.model.program import Program
from execdocs.model.project import Project, write_whole
from execdocs.records.key import Key, hash_of, make_key, owners
from execdocs.records.notebook_format import KERNEL, from_notebook, to_notebook
from execdocs.records.output import Output


@dataclass(frozen=True)
class Record:
    """A program's outputs on one backend, and what they depend on."""

    outputs: Mapping[str, tuple[Output, ...]]  # by cell
    key: Key
    failure: Problem | None
    text: str = field(repr=False)  # the notebook itself


@dataclass(frozen=True)
class Outcome:
    """What became of a program that was run, before it is kept as a record."""

    outputs: Mapping[str, tuple[Output, ...]]
    failure: Problem | None
    files: tuple[str, ...] = ()  # of the project, that the program read
    modules: tuple[str, ...] = ()  # that were imported while it ran
    seconds: float = 0.0  # from start to end
    cpu: float = 0.0  # seconds of CPU time, the imports not counted


def record_path(project: Project, program: str, backend: str) -> Path:
    """Return where a program's record is kept."""
    return (project.records / backend / program).with_suffix(".ipynb")


def read_record(
    project: Project, program: str, backend: str, known: Record | None = None
) -> Record | str:
    """Return a record, or why there is none; the known one if its text is the same."""
    try:
        text = record_path(project, program, backend).read_text(encoding="utf-8")
    except FileNotFoundError:
        return "never run"
    except (OSError, UnicodeDecodeError):
        return "its record is damaged"
    if known is not None and known.text == text:
        return known
    return _parse(text) or "its record is damaged"


def _parse(text: str) -> Record | None:
    try:
        notebook = json.loads(text)
        metadata = notebook["metadata"]["execdocs"]
        if metadata.pop("digest") != _digest(notebook["cells"], metadata):
            return None
        outputs = {
            cell["id"]: tuple(map(from_notebook, cell["outputs"]))
            for cell in notebook["cells"]
            if cell["cell_type"] == "code"
        }
        failure = metadata["failure"]
        return Record(
            outputs, metadata["key"], Problem(**failure) if failure else None, text
        )
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
        return None


def prepare() -> None:
    """Import and look up what is slow the first time a record is written."""
    import nbformat.validator  # noqa: F401

    owners()


def write_record(
    project: Project, program: Program, backend: str, outcome: Outcome
) -> Record:
    """Write a program's record, all of it or nothing, and return it.

    Raises:
        Refused: The folder is read-only, or the disk is full.
    """
    import nbformat  # slow to import, and a build with fresh records writes nothing

    key = make_key(project, program, backend, outcome.files, outcome.modules)
    v4 = nbformat.v4
    cells = [v4.new_markdown_cell(f"# {program.title}", id="Title")]
    for number, cell in enumerate(program.cells, 1):
        made = v4.new_code_cell(cell.source, id=cell.name, execution_count=number)
        made.outputs = [
            nbformat.from_dict(to_notebook(output))
            for output in outcome.outputs.get(cell.name, ())
        ]
        cells.append(made)
    notebook = v4.new_notebook(cells=cells, metadata=KERNEL)
    nbformat.validate(notebook)
    content = json.loads(v4.writes(notebook))
    failure = outcome.failure
    metadata = {
        "backend": backend,
        "failure": failure and {"place": failure.place, "message": failure.message},
        "key": key,
        "program": program.name,
    }
    metadata["digest"] = _digest(content["cells"], metadata)
    content["metadata"]["execdocs"] = metadata
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    write_whole(project, record_path(project, program.name, backend), text)
    outputs = {cell.name: outcome.outputs.get(cell.name, ()) for cell in program.cells}
    return Record(outputs, key, failure, text)


def _digest(cells: Iterable[Any], metadata: Mapping[str, Any]) -> str:
    return hash_of(json.dumps([cells, metadata], sort_keys=True).encode())
