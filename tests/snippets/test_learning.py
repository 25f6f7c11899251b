"""The programs that train do learn, by what they printed."""

import re
from pathlib import Path

import pytest

from execdocs.parse import read_program
from execdocs.project import Project
from execdocs.record import read_record, why_stale

PROJECT = Project(Path(__file__).parent.parent.parent)


@pytest.fixture
def printed():
    """Return how to read what a cell printed, from a record that is fresh."""

    def read(name, cell):
        program = read_program(PROJECT, name)
        assert why_stale(PROJECT, program, "tensorflow") is None, "make build first"
        outputs = read_record(PROJECT, name, "tensorflow").outputs[cell]
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
