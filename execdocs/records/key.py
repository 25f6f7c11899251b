"""The key of a record: all that a program's output depends on."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from execdocs.model.backend import BACKENDS
from execdocs.model.program import Program, imported_modules
from execdocs.model.project import Project

# The rooms that an output passes through on its way into a record.
ROOMS = ("model", "records", "run")

Key = Mapping[str, Mapping[str, str]]  # kind → name → version or hash


def make_key(
    project: Project,
    program: Program,
    backend: str,
    files: Iterable[str],
    modules: Iterable[str] = (),
) -> Key:
    """Return what the outputs of a run depend on.

    Args:
        project: The site.
        program: What was run.
        backend: Where.
        files: The project's files that it read, and its own modules.
        modules: What was imported while it ran.
    """
    hashes = {name: file_hash(project.root / name) for name in files}
    existing = {name: found for name, found in hashes.items() if found}
    return {
        "files": existing | {program.place: hash_of(program.text.encode())},
        "machine": machine(backend),
        "packages": _packages(project, program, backend, files, modules),
    }


class Today:
    """What keys are compared with: files, packages and machine, each looked at once."""

    def __init__(self, project: Project, programs: Iterable[Program] = ()) -> None:
        """Take the programs that are read already: their files are not read again."""
        self.project = project
        self._hashes: dict[str, str | None] = {
            program.place: hash_of(program.text.encode()) for program in programs
        }
        self._machines: dict[str, Mapping[str, str]] = {}

    def difference(self, key: Key, backend: str) -> str | None:
        """Return in what today differs from a key: `keras 3.15.0 → 3.15.1`, or None."""
        for name, then in key["files"].items():
            now = self._hash(name)
            if now != then:
                return f"{name} {'changed' if now else 'is gone'}"
        if backend not in self._machines:
            self._machines[backend] = machine(backend)
        today = self._machines[backend]
        for name in {**key["machine"], **today}:
            before, now = key["machine"].get(name), today.get(name)
            if now != before:
                hidden = name in ("engine", "environment")  # hashes say nothing
                return f"the {name} changed" if hidden else f"{name} {before} → {now}"
        for name, then in key["packages"].items():
            now = version(name)
            if now != then:
                return f"{name} {then} → {now or 'gone'}"
        return None

    def _hash(self, name: str) -> str | None:
        if name not in self._hashes:
            self._hashes[name] = file_hash(self.project.root / name)
        return self._hashes[name]


@functools.cache
def version(package: str) -> str | None:
    """Return the installed version of a distribution, or None."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def machine(backend: str) -> dict[str, str]:
    """Return what outputs on a backend depend on besides files and packages."""
    settings = sorted(BACKENDS[backend].settings.items())
    return {
        "Python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "engine": engine_hash(),
        "environment": hash_of(repr(settings).encode()),
    }


def engine_hash() -> str:
    """Return the hash of all files in those rooms of the engine that shape outputs."""
    engine = Path(__file__).parents[1]
    files = sorted(
        path
        for room in ROOMS
        for path in (engine / room).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )
    names = [path.relative_to(engine).as_posix().encode() for path in files]
    contents = [path.read_bytes() for path in files]
    return hash_of(b"\0".join([*names, *contents]))


def file_hash(path: Path) -> str | None:
    """Return the hash of a file's content, or None where there is no file.

    Python reads all line ends of its code alike, so they do not count there.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if path.suffix == ".py":
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return hash_of(data)


def hash_of(data: bytes) -> str:
    """Return a short hash: 64 bits, so that no two files of a site share one."""
    return hashlib.sha256(data).hexdigest()[:16]


def _packages(
    project: Project,
    program: Program,
    backend: str,
    files: Iterable[str],
    modules: Iterable[str],
) -> dict[str, str]:
    """Return the versions of what the process imports and of what that requires."""
    from packaging.utils import canonicalize_name

    imported = {*program.imports, *BACKENDS[backend].modules, *modules}
    for name in files:
        path = project.root / name
        if path.suffix == ".py" and path.exists():
            imported |= imported_modules(path.read_text("utf-8", errors="replace"))
    todo = [
        package
        for module in imported
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
