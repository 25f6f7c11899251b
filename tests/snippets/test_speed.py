"""What `make bench` writes into the chapter on speed."""

import shutil
import subprocess
import sys

import pytest

from tests import speed

RATIOS = {"TensorFlow: tf.function": 0.25, "JAX: own Linear": 1.0}


@pytest.fixture
def program(tmp_path):
    """Return a copy of the program that draws what was measured."""
    return shutil.copy(speed.CHART, tmp_path / "ratios.py")


def test_the_program_draws_what_the_bench_writes(program):
    for cores in (3, 4):  # twice: it replaces what it has written itself
        speed.write(program, RATIOS, 'A "fast" CPU', cores, "2030-01-02", ["keras 9"])
    done = subprocess.run(
        [sys.executable, program], check=True, capture_output=True, text=True
    )
    assert done.stdout == 'A "fast" CPU with 4 cores, 2030-01-02\nkeras 9\n'
    values: dict = {}
    exec(program.read_text().partition("# %% chart")[0], values)
    assert values["measured"]["ratios"] == RATIOS


def test_a_program_without_measurements_is_refused(program):
    program.write_text("print(1)\n")
    with pytest.raises(ValueError, match="measured"):
        speed.write(program, RATIOS, "CPU", 1, "2030-01-02", [])


def test_a_ratio_says_how_much_longer_a_call_takes():
    assert speed.ratio(lambda: sum(range(10_000)), lambda: sum(range(80_000))) > 2
