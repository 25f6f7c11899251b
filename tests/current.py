"""The project under test, read once in each process."""

import functools
from pathlib import Path

from execdocs.build import Build
from execdocs.model.project import Project

ROOT = Path(__file__).parent.parent
PROJECT = Project(ROOT)


@functools.cache
def current() -> Build:
    """Return the programs, records and pages of the project."""
    return Build.load(PROJECT, retry=False)
