"""The programs that start workers of their own, as a reader would start them.

That they print what their records say, and leave no process behind, is seen in their
observed runs (`tests.runs`); here, that it is what it should be, and what becomes of
workers that fail.
"""

import contextlib
import re
import subprocess
import sys
import time
import uuid
from pathlib import Path

import psutil
import pytest

from execdocs.model.backend import installed
from execdocs.records.record import record_path
from tests.current import PROJECT
from tests.ledger import digest
from tests.runs import reader
from tests.runs.reader import bare

LIMIT = 270  # seconds; the programs themselves give their workers 240
START = 60  # seconds that a program has to start its workers
pytestmark = pytest.mark.timeout(START + LIMIT + 30)
CRASH = "if worker == 1:\n    os._exit(3)\n"


def name_of(backend):
    return f"production/distributed/two_workers_{backend}.py"


def pytest_generate_tests(metafunc):
    """Take the backends that know of workers; PyTorch does in neither library."""
    this = metafunc.function.__name__

    def proof(backend):
        """Return by what the verdict is known; the record's key names the packages."""
        record = record_path(PROJECT, name_of(backend), backend)
        return digest(record, this, Path(__file__), Path(reader.__file__))

    metafunc.parametrize(
        "backend",
        [
            pytest.param(backend, marks=pytest.mark.verdict(proof(backend)))
            for backend in installed(["tensorflow", "jax"])
        ],
    )


@pytest.fixture
def source(backend):
    """Return the program of the backend."""
    return (PROJECT.snippets / name_of(backend)).read_text(encoding="utf-8")


@pytest.fixture
def start(tmp_path):
    """Return how to start a program; whatever it leaves behind fails the test."""
    mark = uuid.uuid4().hex
    home = tmp_path / "home"
    home.mkdir()

    def marked():
        found = []
        for process in psutil.process_iter():
            try:
                if process.environ().get("TEST_MARK") == mark:
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def start(text):
        program = tmp_path / "program.py"
        program.write_text(text, encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, program],
            cwd=tmp_path,
            env={**bare(home), "TEST_MARK": mark, "TMPDIR": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    yield start
    left = []
    while found := marked():
        left += found
        for process in found:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(found, timeout=10)
    assert not left, "the program leaves processes behind"
    # TensorFlow writes modules there, and cannot clear up when it is killed.
    folders = [path for path in tmp_path.iterdir() if path.is_dir()]
    assert {path.name for path in folders} <= {"__pycache__", "home"}


def workers_of(program, count):
    """Wait until a program has started its workers, and return them."""
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and program.poll() is None:
        workers = psutil.Process(program.pid).children()
        if len(workers) == count:
            return workers
        time.sleep(0.05)
    program.kill()
    raise AssertionError(f"no {count} workers: {program.communicate()}")


def test_workers_end_with_equal_weights(printed, backend):
    out = printed(name_of(backend), "train")
    assert re.findall(r"worker \d of \d", out) == [
        "worker 0 of 1",
        "worker 0 of 2",
        "worker 1 of 2",
    ]
    alone, first, second = re.findall(r"kernel: (.*)", out)
    assert first == second
    numbers = [[float(x) for x in text.strip("[]").split()] for text in (alone, first)]
    assert numbers[0] == pytest.approx(numbers[1], abs=2e-4)


def test_a_worker_that_crashes_ends_the_others(start, source):
    text = source.replace("history = model.fit", f"{CRASH}history = model.fit")
    text = text.replace("for epoch in", f"{CRASH}for epoch in")
    assert text != source
    program = start(text)
    _, err = program.communicate(timeout=LIMIT)
    assert program.returncode
    assert "RuntimeError: a worker failed" in err
    assert re.search(r"^worker \d, status 3:$", err, re.MULTILINE)


def test_a_worker_that_is_killed_ends_the_others(start, source):
    program = start(source)
    workers_of(program, 3)[1].kill()
    _, err = program.communicate(timeout=LIMIT)
    assert program.returncode
    assert "RuntimeError: a worker failed" in err
    assert "\nworker 1, status -9:\n" in err
