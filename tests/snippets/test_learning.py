"""The programs that train do learn, by what they printed."""

import re

import pytest

from execdocs.parse import read_program
from execdocs.record import read_record, why_stale
from tests.backend import PROJECT


@pytest.fixture
def printed(backend):
    """Return how to read what a cell printed, from a record that is fresh."""

    def read(name, cell):
        program = read_program(PROJECT, name)
        assert why_stale(PROJECT, program, backend) is None, "make build first"
        outputs = read_record(PROJECT, name, backend).outputs[cell]
        return "".join(output["text"] for output in outputs)

    return read


def test_the_whole_loop_reads_digits_it_was_not_trained_on(printed):
    text = printed("models/training-loop/digits.py", "loop")
    losses = [float(loss) for loss in re.findall(r"valid: loss ([\d.]+)", text)]
    accuracies = [float(each) for each in re.findall(r"valid: .*accuracy (.+)", text)]
    assert losses[-1] < losses[0] / 2
    assert accuracies[-1] > 0.9


def test_a_compiled_step_computes_what_a_plain_one_does(printed):
    (plain, compiled) = (
        printed("models/training-loop/compiled.py", cell).splitlines()
        for cell in ("plain", "compiled")
    )
    assert plain[1] == compiled[1]
    assert plain[0] != compiled[0]
