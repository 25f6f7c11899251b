"""What the tests of the programs read: the records of each backend."""

import pytest

from execdocs.model.backend import BY_DEFAULT, installed
from execdocs.model.percent import read_program
from execdocs.model.project import Project
from execdocs.records.record import read_record, why_stale
from tests.runs.reader import ROOT


@pytest.fixture(scope="session")
def project():
    return Project(ROOT)


@pytest.fixture(params=installed(BY_DEFAULT))
def backend(request):
    """Return the name of each backend that is installed."""
    return request.param


@pytest.fixture
def recorded(project, backend):
    """Return how to read what a cell put out, from a record that is fresh."""

    def read(name, cell):
        program = read_program(project, name)
        assert why_stale(project, program, backend) is None, "make build first"
        return read_record(project, name, backend).outputs[cell]

    return read


@pytest.fixture
def printed(recorded):
    """Return how to read what a cell printed."""
    return lambda name, cell: "".join(
        output.get("text", "") for output in recorded(name, cell)
    )
