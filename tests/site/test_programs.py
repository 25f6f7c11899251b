"""Each program, run as a reader runs it, prints what the built page shows.

Nothing tells it which backend to use: a program that is not for the usual one has to
say so itself, or what a reader copies does not run. What a program prints on further
backends is tested block by block, in `make test-blocks`.
"""

import re

import pytest

from execdocs.model.backend import installed
from execdocs.model.percent import program_names, read_program
from execdocs.model.program import Program
from execdocs.model.project import Project
from tests.site.conftest import ROOT
from tests.site.fresh import together

PROJECT = Project(ROOT)
PROGRAMS = program_names(PROJECT)


def read(name: str) -> Program:
    return read_program(PROJECT, name)


def shown(outputs, program, kind):
    """Return the texts of one kind that the pages show for a program's cells."""
    texts = {}
    for element in outputs.get(program.name, []):
        if backend(program) in element.get("data-backend", "").split():
            here = [pre.text for pre in element.select(f"pre.output-{kind}")]
            assert texts.setdefault(element["data-cell"], here) == here
    return [text for cell in program.cells for text in texts.get(cell.name, [])]


def backend(program: Program) -> str:
    """Return the backend that a program chooses."""
    return (installed(program.backends) or program.backends)[0]


@pytest.mark.parametrize(
    "name", [together(name, backend(read(name))) for name in PROGRAMS]
)
def test_a_fresh_process_prints_what_the_page_shows(name, outputs, fresh, tmp_path):
    program = read(name)
    if not installed(program.backends):
        pytest.skip(f"needs {' or '.join(program.backends)}: make backends")
    result = fresh.run(program.path, backend(program), tmp_path)
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
