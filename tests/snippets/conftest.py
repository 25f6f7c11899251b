"""What the tests of the programs read: the records of each backend."""

import pytest

from execdocs.model.backend import BY_DEFAULT, installed
from execdocs.records.output import Text
from tests.current import current


@pytest.fixture(params=installed(BY_DEFAULT))
def backend(request):
    """Return the name of each backend that is installed."""
    return request.param


@pytest.fixture
def recorded(backend):
    """Return how to read what a cell put out, from a record that is fresh."""

    def read(name, cell):
        assert (name, backend) not in current().stale, "make build first"
        return current().records[name, backend].outputs[cell]

    return read


@pytest.fixture
def printed(recorded):
    """Return how to read what a cell printed."""
    return lambda name, cell: "".join(
        output.text for output in recorded(name, cell) if isinstance(output, Text)
    )
