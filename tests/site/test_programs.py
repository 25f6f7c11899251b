"""Each program, run as a reader runs it, prints what the built page shows.

Nothing tells it which backend to use: a program that is not for the usual one has to
say so itself, or what a reader copies does not run. What a program prints on further
backends is tested block by block, in `make test-blocks`.
"""

import os
import re
import subprocess
import sys

import pytest

from execdocs.backends import installed
from execdocs.parse import program_names, read_program
from execdocs.project import Project
from tests.site.conftest import ROOT

PROJECT = Project(ROOT)
PROGRAMS = program_names(PROJECT)


def run(program, folder):
    """Run a program as `python FILE`, with next to nothing in the environment."""
    return subprocess.run(
        [sys.executable, program.path],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "MPLBACKEND": "agg",  # as on a machine without a screen
            "CUDA_VISIBLE_DEVICES": "-1",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
    )


def shown(chapters, program, kind):
    """Return the texts of one kind that the pages show for a program's cells."""
    texts = {}
    backend = installed(program.backends)[0]
    query = f'.output[data-program="{program.name}"][data-backend~="{backend}"]'
    for page in chapters.values():
        for element in page.select(query):
            here = [pre.text for pre in element.select(f"pre.output-{kind}")]
            assert texts.setdefault(element["data-cell"], here) == here
    return [text for cell in program.cells for text in texts.get(cell.name, [])]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_fresh_process_prints_what_the_page_shows(name, chapters, tmp_path):
    program = read_program(PROJECT, name)
    if not installed(program.backends):
        pytest.skip(f"needs {' or '.join(program.backends)}: make backends")
    result = run(program, tmp_path)
    raises = program.cells[-1].raises
    assert result.returncode == (1 if raises else 0), result.stderr

    printed = shown(chapters, program, "stdout")
    assert "".join(text + "\n" for text in printed) == result.stdout
    errors = shown(chapters, program, "error")
    assert len(errors) == bool(raises)
    for error in errors:
        stderr = re.sub(r"\x1b\[\d+m", "", result.stderr).rstrip()
        assert error.split("\n")[-1] == stderr.split("\n")[-1]
    warnings = shown(chapters, program, "stderr")
    assert bool(warnings) == any(cell.warns for cell in program.cells)
    for warning in re.split(r"^\w*Warning: ", "\n".join(warnings), flags=re.MULTILINE):
        assert warning.strip() in result.stderr
