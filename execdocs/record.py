"""Keep what a program put out: one executed notebook a program and backend.

A record holds no time and no path of the machine: the same program on the same
versions makes the same bytes. Its metadata names all that its outputs depend on.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import os
import platform
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from execdocs.backends import BACKENDS, ENVIRONMENT
from execdocs.parse import Program, Project, imported_modules
from execdocs.problem import Problem

KERNEL = {
    "kernelspec": {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    },
    "language_info": {"name": "python"},
}
ENGINE = ("capture", "execute", "figures", "parse", "record", "warm")


@dataclass(frozen=True)
class Record:
    """A program's outputs on one backend, and what they depend on."""

    outputs: Mapping[str, list[dict]]  # nbformat outputs by cell
    inputs: Mapping[str, Mapping[str, str]]
    failure: str | None


def record_path(project: Project, program: str, backend: str) -> Path:
    """Return where a program's record is kept; below the backend's folder as a site is.

    The part from `notebooks/` on is the address of the notebook's page.
    """
    return (project.records / backend / "notebooks" / program).with_suffix(".ipynb")


def read_record(project: Project, program: str, backend: str) -> Record | None:
    """Return a record, or None where there is none or it is damaged."""
    try:
        text = record_path(project, program, backend).read_text(encoding="utf-8")
        notebook = json.loads(text)
        metadata = notebook["metadata"]["execdocs"]
        if metadata["digest"] != _digest(notebook["cells"]):
            return None
        outputs = {
            cell["id"]: [_joined(output) for output in cell["outputs"]]
            for cell in notebook["cells"]
            if cell["cell_type"] == "code"
        }
        return Record(outputs, metadata["inputs"], metadata["failure"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


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
    import nbformat  # slow to import, and a fresh build writes nothing

    inputs = {
        "files": {name: file_hash(project.root / name) for name in files},
        "machine": machine(),
        "packages": _packages(project, program, backend, files),
    }
    inputs["files"][program.place] = _hash(program.text.encode())
    v4 = nbformat.v4
    cells = [v4.new_markdown_cell(f"# {program.title}", id="title")]
    for number, cell in enumerate(program.cells, 1):
        made = v4.new_code_cell(cell.source, id=cell.name, execution_count=number)
        made.outputs = [nbformat.from_dict(each) for each in outputs.get(cell.name, ())]
        cells.append(made)
    notebook = v4.new_notebook(cells=cells, metadata=KERNEL)
    nbformat.validate(notebook)
    content = json.loads(nbformat.writes(notebook))
    content["metadata"]["execdocs"] = {
        "backend": backend,
        "digest": _digest(content["cells"]),
        "failure": failure,
        "inputs": inputs,
        "program": program.name,
    }
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    path = record_path(project, program.name, backend)
    try:
        write_whole(path, text)
    except OSError as error:
        place = path.relative_to(project.root)
        raise Problem(
            f"{place}: cannot write the record: {error.strerror}; make room, or the "
            "folder writable, and run again"
        ) from None
    return Record(outputs, inputs, failure)


def write_whole(path: Path, text: str) -> None:
    """Write a file such that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def why_stale(project: Project, program: Program, backend: str) -> str | None:
    """Return why a program has to run again, or None where its record is fresh."""
    record = read_record(project, program.name, backend)
    if record is None:
        exists = record_path(project, program.name, backend).exists()
        return "its record is damaged" if exists else "never run"
    for kind, now in (
        ("files", lambda name: file_hash(project.root / name)),
        ("machine", machine().get),
        ("packages", version),
    ):
        for name, then in record.inputs[kind].items():
            current = now(name)
            if current != then:
                if kind == "files":
                    return f"{name} {'changed' if current else 'is gone'}"
                if name == "engine":
                    return "the engine changed"
                return f"{name} {then} → {current or 'gone'}"
    return None


@functools.cache
def version(package: str) -> str | None:
    """Return the installed version of a distribution, or None."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


@functools.cache
def machine() -> dict[str, str]:
    """Return what outputs depend on besides files and packages."""
    folder = Path(__file__).parent
    sources = [folder / f"{name}.py" for name in ENGINE] + [folder / "matplotlibrc"]
    settings = {k: v for k, v in ENVIRONMENT.items() if os.sep not in v}
    engine = b"".join(path.read_bytes() for path in sources) + repr(settings).encode()
    return {
        "Python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "engine": _hash(engine),
    }


def file_hash(path: Path) -> str | None:
    """Return the hash of a file's content, or None where there is no file."""
    try:
        return _hash(path.read_bytes())
    except OSError:
        return None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _joined(output: dict) -> dict:
    """Undo what nbformat does to long texts: one string, not a list of lines."""
    output = dict(output)
    if "text" in output:
        output["text"] = "".join(output["text"])
    if "data" in output:
        output["data"] = {mime: "".join(text) for mime, text in output["data"].items()}
    return output


def _digest(cells: list) -> str:
    return _hash(json.dumps(cells, sort_keys=True, ensure_ascii=True).encode())


def _packages(
    project: Project, program: Program, backend: str, files: Iterable[str]
) -> dict[str, str]:
    """Return the versions of what a program imports and of what that requires."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    modules = set(program.imports)
    for name in files:
        if name.endswith(".py"):
            modules |= imported_modules((project.root / name).read_text("utf-8"))
    owners = _owners()
    todo = [
        package
        for module in modules
        for package in owners.get(module.partition(".")[0], ())
    ]
    todo += BACKENDS[backend].packages
    found: dict[str, str] = {}
    while todo:
        name = canonicalize_name(todo.pop())
        if name in found or (installed := version(name)) is None:
            continue
        found[name] = installed
        for text in importlib.metadata.requires(name) or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                todo.append(requirement.name)
    return dict(sorted(found.items()))


@functools.cache
def _owners() -> Mapping[str, list[str]]:
    return importlib.metadata.packages_distributions()
