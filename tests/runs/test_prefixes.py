"""A sample of true copies: each runs alone and prints what the page shows until there.

That all do so follows from the observed runs, as a copy is the beginning of a program;
here it is seen.
"""

from pathlib import Path

import pytest

from execdocs.editions.codeblocks import printed_through
from tests.current import PROJECT, current
from tests.ledger import digest
from tests.runs.launcher import LIMIT
from tests.runs.plugin import CODE, reader_of

SAMPLE = 20


def blocks():
    """Yield the blocks of all pages, and the first backend of each."""
    for page in current().pages.values():
        for shown in current().shown[page.uri].values():
            program, cell, backends = shown.program, shown.cell, [*shown.outputs]
            if program.cells[-1] != cell and backends:
                yield page.at(shown.block.line), program, cell, backends[0]


def sample():
    """Return blocks from all over the site, with what their verdict depends on."""
    every = [*blocks()]
    for place, program, cell, backend in every[:: -(-len(every) // SAMPLE)]:
        record = current().records[program.name, backend]
        proof = digest(record.text, cell.name, Path(__file__), *CODE)
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
    record = current().records[program.name, backend]
    assert result.stdout == printed_through(program, cell, record)
