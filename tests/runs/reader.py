"""Run programs as a reader does, in a bare environment, and say what became of them.

Programs are forked from a process that has imported their backend, one for each: see
`tests.runs.launcher`. Nothing tells a program which backend to use where that is its
first: if it is not the usual one, that process has not imported Keras, because Keras
chooses when it is imported, and the program has to say so before. On further backends,
the reader says it, in the environment.
"""

import contextlib
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.percent import program_names, read_program
from execdocs.model.project import Project
from tests.runs import launcher

ROOT = Path(__file__).parents[2]
USUAL = "tensorflow"  # what Keras takes where nothing is said
# Where a program chooses its backend, the process that forks has imported neither what
# would choose, nor backends that a program merely compares with.
LEFT_OUT = {
    "tensorflow": {"jax", "tf_keras", "torch"},
    "jax": {"keras"},
    "torch": {"keras"},
    "keras2": set(),
}
# Each fork would compile anew what others have compiled, on JAX each operation.
CACHE = {
    "JAX_COMPILATION_CACHE_DIR": str(ROOT / ".cache" / "jax"),
    "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
    "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
}
KEPT = 2  # processes that fork; each holds half a gigabyte


@dataclass(frozen=True)
class Result:
    """What became of a program."""

    status: int | None  # None: it ran too long
    stdout: str
    stderr: str
    raised: str | None  # the class of the exception that ended it
    left: tuple[str, ...]  # the processes that it left behind


class Reader:
    """Runs programs, each in an empty folder; to be closed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.home = Path(tempfile.mkdtemp(prefix="reader-"))
        self.launchers: dict[tuple[str, bool], subprocess.Popen] = {}

    def run(
        self,
        program: Path,
        backend: str,
        folder: Path,
        *,
        action: str = "run",
        chooses: bool = True,
    ) -> Result:
        """Run a program that is for a backend, in a fork.

        Args:
            program: Its file.
            backend: The backend.
            folder: Where it runs and leaves what it puts out; an empty folder.
            action: What the fork does (`tests.runs.launcher.ACTIONS`).
            chooses: Whether nothing tells the program its backend.

        Raises:
            RuntimeError: The process that forks has ended.
        """
        process = self._launcher(backend, chooses)
        # To load what a program has saved, a reader knows where it was made.
        told = {"KERAS_BACKEND": backend} if action == "load" else {}
        job = {
            "action": action,
            "path": str(program),
            "folder": str(folder),
            "environment": told,
        }
        with contextlib.suppress(BrokenPipeError):  # it has ended: see below
            print(json.dumps(job), file=process.stdin, flush=True)
        for line in process.stdout:
            reply = json.loads(line)
            if reply["folder"] == str(folder):
                break  # else it is the reply to a test that was cut off
        else:
            raise RuntimeError(self._log(backend).read_text(encoding="utf-8"))
        stdout, stderr = (
            (folder / name).read_bytes().decode("utf-8", "backslashreplace")
            for name in ("stdout", "stderr")
        )
        raised = folder / "raised"
        return Result(
            reply["status"],
            stdout,
            stderr,
            json.loads(raised.read_text()) if raised.exists() else None,
            tuple(reply["left"]),
        )

    def close(self) -> None:
        """End the processes that fork."""
        while self.launchers:
            self._end(next(iter(self.launchers)))
        shutil.rmtree(self.home, ignore_errors=True)

    def _end(self, kind: tuple[str, bool]) -> None:
        process = self.launchers.pop(kind)
        with contextlib.suppress(BrokenPipeError):  # what it did not take
            process.stdin.close()
        try:
            process.wait(launcher.LIMIT + 30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def _launcher(self, backend: str, chooses: bool) -> subprocess.Popen:
        kind = backend, chooses
        if kind in self.launchers:
            return self.launchers[kind]
        while len(self.launchers) >= KEPT:
            self._end(next(iter(self.launchers)))
        told = {} if chooses else {"KERAS_BACKEND": backend}
        with self._log(backend).open("w") as log:
            self.launchers[kind] = subprocess.Popen(
                [
                    *(sys.executable, "-m", launcher.__name__),
                    *imports(self.project, backend, chooses),
                ],
                cwd=ROOT,
                env=bare(self.home) | CACHE | told,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        return self.launchers[kind]

    def _log(self, backend: str) -> Path:
        return self.home / f"{backend}.log"


@functools.cache
def imports(project: Project, backend: str, chooses: bool) -> Iterable[str]:
    """Return a backend's modules, and what the programs that run on it import."""
    names: set[str] = set()
    for name in program_names(project):
        program = read_program(project, name)
        first, *further = installed(program.backends) or [None]
        if backend == first if chooses else backend in further:
            names |= program.imports
    if not chooses or "keras" in names:
        names |= {*BACKENDS[backend].modules}
    left_out = LEFT_OUT[backend] if chooses else set()
    return sorted(name for name in names if name.split(".")[0] not in left_out)


def bare(home: Path) -> dict[str, str]:
    """Return next to nothing: the environment of a reader without a screen."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "MPLBACKEND": "agg",
        "CUDA_VISIBLE_DEVICES": "-1",
        "OMP_NUM_THREADS": "1",  # two workers with two threads each wait for each other
        "PYTHONDONTWRITEBYTECODE": "1",
    }
