"""Run programs as a reader does, in a bare environment, and say what became of them.

Programs are forked from a process that has imported their backend, one for each: see
`tests.site.launcher`. Nothing tells a program which backend to use. Where that is not
the usual one, the process has not imported Keras, because Keras chooses when it is
imported, and the program has to say so before.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from execdocs.model.percent import program_names, read_program
from execdocs.model.project import Project
from tests.site import launcher

USUAL = "tensorflow"  # what Keras takes where nothing is said
# What a process that forks has not imported: TensorFlow imports Keras.
LEFT_OUT = {
    "tensorflow": {"jax", "tf_keras", "torch"},
    "jax": {"keras", "tensorflow"},
    "torch": {"keras", "tensorflow"},
    "keras2": set(),
}


@dataclass(frozen=True)
class Result:
    """What became of a program."""

    status: int | None
    stdout: str
    stderr: str


class Fresh:
    """Runs programs, each in an empty folder; to be closed."""

    def __init__(self, project: Project, home: Path) -> None:
        self.project = project
        self.home = home
        self.launchers: dict[str, subprocess.Popen] = {}

    def run(self, program: Path, backend: str, folder: Path) -> Result:
        """Run a program that is for a backend, in a fork.

        Raises:
            RuntimeError: The process that forks has ended.
        """
        process = self._launcher(backend)
        request = json.dumps([str(program), str(folder)])
        with contextlib.suppress(BrokenPipeError):  # it has ended: see below
            print(request, file=process.stdin, flush=True)
        for line in process.stdout:
            ran, status = json.loads(line)
            if ran == str(folder):
                break  # else it is the reply to a test that was cut off
        else:
            raise RuntimeError(self._log(backend).read_text(encoding="utf-8"))
        texts = [
            (folder / name).read_text(encoding="utf-8") for name in ("stdout", "stderr")
        ]
        return Result(status, *texts)

    def close(self) -> None:
        """End the processes that fork."""
        for process in self.launchers.values():
            with contextlib.suppress(BrokenPipeError):  # what it did not take
                process.stdin.close()
            try:
                process.wait(launcher.LIMIT + 30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()

    def _launcher(self, backend: str) -> subprocess.Popen:
        if backend not in self.launchers:
            with self._log(backend).open("w") as log:
                self.launchers[backend] = subprocess.Popen(
                    [sys.executable, launcher.__file__, *self._imports(backend)],
                    env=bare(self.home),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    text=True,
                )
        return self.launchers[backend]

    def _log(self, backend: str) -> Path:
        return self.home / f"{backend}.log"

    def _imports(self, backend: str) -> Iterable[str]:
        """Return what the programs of a backend import."""
        programs = [
            read_program(self.project, name) for name in program_names(self.project)
        ]
        mine = [each for each in programs if backend in each.backends]
        if backend != USUAL:
            mine = [each for each in mine if USUAL not in each.backends]
        names = {name for program in mine for name in program.imports}
        left_out = LEFT_OUT[backend]
        return sorted(name for name in names if name.split(".")[0] not in left_out)


def together(name: str, backend: str) -> object:
    """Have one worker take all of a further backend: it is imported once."""
    marks = [] if backend == USUAL else [pytest.mark.xdist_group(backend)]
    return pytest.param(name, marks=marks)


def bare(home: Path) -> dict[str, str]:
    """Return next to nothing: the environment of a reader without a screen."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "MPLBACKEND": "agg",
        "CUDA_VISIBLE_DEVICES": "-1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
