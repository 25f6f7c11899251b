"""Small editions of their own for the tests of the observed run."""

import os
import subprocess
import sys
import textwrap
import time

import pytest

from execdocs.model.project import Project
from execdocs.pages.fences import fenced
from tests.runs.reader import ROOT

MARK = "\x1e"
BORDER = f'print({MARK!r}, end="", flush=True)\n'
END = f"print({MARK!r}, flush=True)\n"
# So that these tests know nothing of each other's verdicts, nor of the site's.
LEDGER = """
from pathlib import Path
from tests import ledger
ledger.LEDGER = ledger.Ledger(Path("verdicts"))
"""


class Editions:
    """Editions in a folder of their own, written by hand, and run by pytest."""

    def __init__(self, root):
        self.project = Project(root)
        self.project.records.mkdir(parents=True)
        self.project.snippets.mkdir()
        (root / "own_ledger.py").write_text(LEDGER)

    def write(self, code, expected, *marks, name="a.py", chooses=True):
        """Write the edition of a program, and what stands for its record."""
        marks = [f"program({name!r}, {MARK!r}, chooses={chooses})", *marks]
        parts = [f"<!--pytest.mark.{mark}-->" for mark in marks]
        parts += [fenced(textwrap.dedent(code), "python")]
        parts += ["<!--pytest-codeblocks:expected-output-->", fenced(expected, "")]
        path = self.project.editions / "tensorflow" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(parts) + "\n")
        record = self.record(name)
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text("what is recorded")

    def record(self, name="a.py"):
        return (self.project.records / "tensorflow" / name).with_suffix(".ipynb")

    def run(self):
        """Run pytest-codeblocks with the plugin; return what it says."""
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "--codeblocks", "-q", "-rA"),
                *("-p", "own_ledger", "-p", "tests.runs.plugin"),
                *("-p", "no:cacheprovider", "-c", os.devnull),
                self.project.editions,
            ],
            cwd=self.project.root,
            env={**os.environ, "PYTHONPATH": str(ROOT), "FRESH": ""},
            capture_output=True,
            text=True,
            timeout=240,
        )
        return done.stdout + done.stderr

    def passes(self, count=1):
        """Run; demand that all pass; return what pytest says."""
        said = self.run()
        assert f"{count} passed" in said, said
        assert " failed" not in said, said
        return said

    def fails(self, count=1):
        """Run; demand that all fail; return what pytest says."""
        said = self.run()
        assert f"{count} failed" in said, said
        assert " passed" not in said, said
        return said


@pytest.fixture
def editions(tmp_path):
    """Make an empty folder for editions."""
    return Editions(tmp_path.resolve())


@pytest.fixture
def gone():
    """Demand that a process, named by a file that holds its id, soon is no more."""

    def check(path):
        pid, end = int(path.read_text()), time.monotonic() + 10
        while os.path.exists(f"/proc/{pid}"):
            assert time.monotonic() < end, f"{pid} still runs"
            time.sleep(0.05)

    return check
