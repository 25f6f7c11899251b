"""Each program, run as a reader runs it, prints what the built page shows.

Nothing tells it which backend to use: a program that is not for the usual one has to
say so itself, or what a reader copies does not run. What a program prints on further
backends is tested block by block, in `make test-blocks`.

Programs for the usual backend are forked from a process that has imported it, in the
same bare environment; the others start in processes of their own.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from execdocs.backends import installed
from execdocs.parse import program_names, read_program
from execdocs.program import Program
from execdocs.project import Project
from tests.site import launcher
from tests.site.conftest import ROOT

PROJECT = Project(ROOT)
PROGRAMS = program_names(PROJECT)
USUAL = "tensorflow"  # what Keras takes where nothing is said
OTHERS = {"jax", "tf_keras", "torch"}  # imported by those programs that need them


@dataclass(frozen=True)
class Result:
    """What became of a program."""

    status: int | None
    stdout: str
    stderr: str


def bare(home: Path) -> dict[str, str]:
    """Return next to nothing: the environment of a reader without a screen."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "MPLBACKEND": "agg",
        "CUDA_VISIBLE_DEVICES": "-1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def start(program: Program, folder: Path) -> Result:
    """Run a program as `python FILE`, in an empty folder."""
    result = subprocess.run(
        [sys.executable, program.path],
        cwd=folder,
        env=bare(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=launcher.LIMIT,
    )
    return Result(result.returncode, result.stdout, result.stderr)


@pytest.fixture(scope="session")
def run(tmp_path_factory) -> Iterator[Callable[[Program, Path], Result]]:
    """Return what runs a program: forked where that is the same, else started."""
    if not hasattr(os, "fork"):
        yield start
        return
    usual = [each for each in map(read, PROGRAMS) if USUAL in each.backends]
    imports = {name for program in usual for name in program.imports}
    modules = sorted(name for name in imports if name.split(".")[0] not in OTHERS)
    process = subprocess.Popen(
        [sys.executable, launcher.__file__, *modules],
        env=bare(tmp_path_factory.mktemp("home")),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def fork(program: Program, folder: Path) -> Result:
        if USUAL not in program.backends:
            return start(program, folder)
        print(json.dumps([str(program.path), str(folder)]), file=process.stdin)
        process.stdin.flush()
        status = json.loads(process.stdout.readline())
        texts = [
            (folder / name).read_text(encoding="utf-8") for name in ("stdout", "stderr")
        ]
        return Result(status, *texts)

    with process:
        yield fork


def read(name: str) -> Program:
    return read_program(PROJECT, name)


def shown(outputs, program, kind):
    """Return the texts of one kind that the pages show for a program's cells."""
    texts = {}
    backend = installed(program.backends)[0]
    for element in outputs.get(program.name, []):
        if backend in element.get("data-backend", "").split():
            here = [pre.text for pre in element.select(f"pre.output-{kind}")]
            assert texts.setdefault(element["data-cell"], here) == here
    return [text for cell in program.cells for text in texts.get(cell.name, [])]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_fresh_process_prints_what_the_page_shows(name, outputs, run, tmp_path):
    program = read(name)
    if not installed(program.backends):
        pytest.skip(f"needs {' or '.join(program.backends)}: make backends")
    result = run(program, tmp_path)
    raises = program.cells[-1].raises
    assert result.status == (1 if raises else 0), result.stderr

    printed = shown(outputs, program, "stdout")
    assert "".join(text + "\n" for text in printed) == result.stdout
    errors = shown(outputs, program, "error")
    assert len(errors) == bool(raises)
    for error in errors:
        stderr = re.sub(r"\x1b\[\d+m", "", result.stderr).rstrip()
        assert error.split("\n")[-1] == stderr.split("\n")[-1]
    warnings = shown(outputs, program, "stderr")
    assert bool(warnings) == any(cell.warns for cell in program.cells)
    for warning in re.split(r"^\w*Warning: ", "\n".join(warnings), flags=re.MULTILINE):
        assert warning.strip() in result.stderr
