"""A sample of true copies: each runs alone and prints what the page shows until there.

That all do so follows from the observed runs, as a copy is the beginning of a program;
here it is seen.
"""

from pathlib import Path

import pytest

from execdocs.editions.codeblocks import printed
from execdocs.model.backend import installed
from execdocs.model.project import Project
from execdocs.pages.audit import included
from execdocs.pages.fences import pages
from execdocs.records.record import read_record, record_path
from tests.ledger import digest
from tests.runs.launcher import LIMIT
from tests.runs.plugin import CODE, reader_of
from tests.runs.reader import ROOT

SAMPLE = 20
PROJECT = Project(ROOT)


def blocks():
    """Yield the blocks of all pages, and the first backend of each."""
    for path in pages(PROJECT):
        for block, program, cell in included(PROJECT, path):
            if program.cells[-1] != cell and (backends := installed(program.backends)):
                place = path.relative_to(PROJECT.root).as_posix()
                yield f"{place}:{block.line}", program, cell, backends[0]


def sample():
    """Return blocks from all over the site, with what their verdict depends on."""
    every = [*blocks()]
    for place, program, cell, backend in every[:: -(-len(every) // SAMPLE)]:
        record = record_path(PROJECT, program.name, backend)
        proof = digest(record, cell.name, Path(__file__), *CODE)
        yield pytest.param(
            program, cell, backend, id=place, marks=pytest.mark.verdict(proof)
        )


@pytest.mark.timeout(LIMIT + 60)
@pytest.mark.parametrize(("program", "cell", "backend"), [*sample()])
def test_a_copy_runs_and_prints_what_the_page_shows(
    program, cell, backend, pytestconfig, tmp_path
):
    copy = tmp_path / program.path.name
    copy.write_text(program.through(cell), encoding="utf-8")
    folder = tmp_path / "run"
    folder.mkdir()
    result = reader_of(pytestconfig, PROJECT).run(copy, backend, folder)
    assert result.status == 0, result.stderr
    record = read_record(PROJECT, program.name, backend)
    assert result.stdout == printed(program, cell, record)
