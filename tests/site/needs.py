"""What tests need besides Python: found, or the reason why a test is skipped.

Where `CI` is set, nothing may be missing: a check that did not run must not look green.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

PACKAGES = Path(__file__).parent / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str:
    """Return the path of Chromium."""
    found = filter(None, map(shutil.which, BROWSERS))
    return next(found, None) or _missing("no browser: apt-get install chromium")


def node() -> str:
    """Return the path of Node."""
    return shutil.which("node") or _missing("no node: apt-get install nodejs npm")


def npm(file: str) -> Path:
    """Return a file of the packages that package.json names."""
    node()
    if not (PACKAGES / file).is_file():
        _missing("no npm packages: (cd tests/site && npm ci)")
    return PACKAGES / file


def _missing(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(what, pytrace=False)
    pytest.skip(what)
