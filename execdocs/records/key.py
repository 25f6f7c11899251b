"""The key of a record: all that a program's output depends on."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from execdocs.model.backend import BACKENDS, ENVIRONMENT
from execdocs.model.program import Program, imported_modules
from execdocs.model.project import Project

# The rooms that an output passes through on its way into a record.
ROOMS = ("model", "records", "run")

Key = Mapping[str, Mapping[str, str]]  # kind → name → version or hash


def make_key(
    project: Project, program: Program, backend: str, files: Iterable[str]
) -> Key:
    """Return what the outputs of a run depend on.

    Args:
        project: The site.
        program: What was run.
        backend: Where.
        files: The project's files that it read, and its own modules.
    """
    hashes = {name: file_hash(project.root / name) for name in files}
    hashes = {name: found for name, found in hashes.items() if found}  # not its own
    return {
        "files": hashes | {program.place: hash_of(program.text.encode())},
        "machine": machine(),
        "packages": _packages(project, program, backend, files),
    }


def difference(project: Project, key: Key) -> str | None:
    """Return in what today differs from a key: `keras 3.15.0 → 3.15.1`, or None."""
    for name, then in key["files"].items():
        now = file_hash(project.root / name)
        if now != then:
            return f"{name} {'changed' if now else 'is gone'}"
    for name, then in {**key["machine"], **key["packages"]}.items():
        now = machine().get(name) if name in key["machine"] else version(name)
        if now != then:
            if name == "engine":
                return "the engine changed"
            return f"{name} {then} → {now or 'gone'}"
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
    engine = Path(__file__).parents[1]
    sources = [
        path
        for room in ROOMS
        for path in sorted((engine / room).rglob("*"))
        if path.suffix == ".py" or path.name == "matplotlibrc"
    ]
    settings = {k: v for k, v in ENVIRONMENT.items() if os.sep not in v}
    code = b"".join(path.read_bytes() for path in sources) + repr(settings).encode()
    return {
        "Python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "engine": hash_of(code),
    }


def file_hash(path: Path) -> str | None:
    """Return the hash of a file's content, or None where there is no file."""
    try:
        return hash_of(path.read_bytes())
    except OSError:
        return None


def hash_of(data: bytes) -> str:
    """Return a short hash, long enough never to meet its like."""
    return hashlib.sha256(data).hexdigest()[:16]


def _packages(
    project: Project, program: Program, backend: str, files: Iterable[str]
) -> dict[str, str]:
    """Return the versions of what a program imports and of what that requires."""
    from packaging.utils import canonicalize_name

    modules = set(program.imports)
    for name in files:
        path = project.root / name
        if path.suffix == ".py" and path.exists():
            modules |= imported_modules(path.read_text("utf-8", errors="replace"))
    todo = [
        package
        for module in modules
        for package in owners().get(module.partition(".")[0], ())
    ]
    todo += BACKENDS[backend].packages
    found: dict[str, str] = {}
    while todo:
        name = canonicalize_name(todo.pop())
        if name not in found and (installed := version(name)) is not None:
            found[name] = installed
            todo += _required(name)
    return dict(sorted(found.items()))


@functools.cache
def _required(package: str) -> list[str]:
    """Return the distributions that one requires here, without its extras."""
    from packaging.requirements import Requirement

    requirements = map(Requirement, importlib.metadata.requires(package) or ())
    return [
        requirement.name
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    ]


@functools.cache
def owners() -> Mapping[str, list[str]]:
    """Return the distributions by the modules that they bring."""
    return importlib.metadata.packages_distributions()
