"""Keep what a program put out: one executed notebook a program and backend.

A record holds no time and no path of the machine: the same program on the same
versions makes the same bytes. Its metadata names all that its outputs depend on.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.backend import installed
from execdocs.model.program import Program
from execdocs.model.project import Project, write_whole
from execdocs.records.key import Key, difference, hash_of, make_key, owners

KERNEL = {
    "kernelspec": {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    },
    "language_info": {"name": "python"},
}


@dataclass(frozen=True)
class Record:
    """A program's outputs on one backend, and what they depend on."""

    outputs: Mapping[str, list[dict]]  # nbformat outputs by cell
    key: Key
    failure: str | None


def record_path(project: Project, program: str, backend: str) -> Path:
    """Return where a program's record is kept."""
    return (project.records / backend / program).with_suffix(".ipynb")


def read_record(project: Project, program: str, backend: str) -> Record | None:
    """Return a record, or None where there is none or it is damaged."""
    try:
        text = record_path(project, program, backend).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return _parse(text)


@functools.lru_cache(maxsize=1024)
def _parse(text: str) -> Record | None:
    """Read a record from its text; a page asks for the same one again and again."""
    try:
        notebook = json.loads(text)
        metadata = notebook["metadata"]["execdocs"]
        if metadata.pop("digest") != _digest(notebook["cells"], metadata):
            return None
        outputs = {
            cell["id"]: [_joined(output) for output in cell["outputs"]]
            for cell in notebook["cells"]
            if cell["cell_type"] == "code"
        }
        return Record(outputs, metadata["key"], metadata["failure"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def prepare() -> None:
    """Do what is slow the first time a record is written."""
    import nbformat.validator  # noqa: F401

    owners()


def write_record(
    project: Project,
    program: Program,
    backend: str,
    outputs: Mapping[str, list[dict]],
    files: Iterable[str],
    failure: str | None,
) -> Record:
    """Write a program's record, all of it or nothing.

    Raises:
        Problem: The folder is read-only, or the disk is full.
    """
    import nbformat  # slow, and a fresh build writes nothing

    key = make_key(project, program, backend, files)
    v4 = nbformat.v4
    cells = [v4.new_markdown_cell(f"# {program.title}", id="Title")]
    for number, cell in enumerate(program.cells, 1):
        made = v4.new_code_cell(cell.source, id=cell.name, execution_count=number)
        made.outputs = [nbformat.from_dict(each) for each in outputs.get(cell.name, ())]
        cells.append(made)
    notebook = v4.new_notebook(cells=cells, metadata=KERNEL)
    nbformat.validate(notebook)
    content = json.loads(v4.writes(notebook))
    metadata = {
        "backend": backend,
        "failure": failure,
        "key": key,
        "program": program.name,
    }
    metadata["digest"] = _digest(content["cells"], metadata)
    content["metadata"]["execdocs"] = metadata
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    path = record_path(project, program.name, backend)
    write_whole(project, path, text)
    return Record(outputs, key, failure)


def why_stale(project: Project, program: Program, backend: str) -> str | None:
    """Return why a program has to run again, or None where its record is fresh."""
    record = read_record(project, program.name, backend)
    if record is None:
        exists = record_path(project, program.name, backend).exists()
        return "its record is damaged" if exists else "never run"
    return difference(project, record.key)


def failures(project: Project, programs: Iterable[Program]) -> list[str]:
    """Return what failed, by the records; where on some backends only, on which."""
    found = []
    for program in programs:
        backends = installed(program.backends)
        failed: dict[str, list[str]] = {}
        for backend in backends:
            record = read_record(project, program.name, backend)
            if record and record.failure:
                failed.setdefault(record.failure, []).append(backend)
        found += [
            message if these == backends else f"[{', '.join(these)}] {message}"
            for message, these in failed.items()
        ]
    return found


def _joined(output: dict) -> dict:
    """Undo what nbformat does to long texts: one string, not a list of lines."""
    output = dict(output)
    if "text" in output:
        output["text"] = "".join(output["text"])
    if "data" in output:
        output["data"] = {mime: "".join(text) for mime, text in output["data"].items()}
    return output


def _digest(cells: list, metadata: Mapping) -> str:
    return hash_of(json.dumps([cells, metadata], sort_keys=True).encode())
