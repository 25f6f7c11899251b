"""What tests need besides Python: found, or the reason why a test is left out.

Where `CI` is set, nothing may be missing: a check that did not run must not look green.
(But for Firefox, which only Debian has as a package that runs in a container.)
Elsewhere, one line at the end of the run says what was left out, and how to get it.
"""

import contextlib
import os
import platform
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import NoReturn

import pytest

PACKAGES = Path(__file__).parent / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WANTED = re.compile(r"for want of .* \(.*\)$")


def browser() -> str:
    """Return the path of Chromium."""
    found = filter(None, map(shutil.which, BROWSERS))
    return next(found, None) or _missing("Chromium", "apt-get install chromium")


def firefox() -> str:
    """Return the path of Firefox."""
    if path := shutil.which("firefox-esr"):
        return path
    with contextlib.suppress(OSError):  # no system of this kind
        if platform.freedesktop_os_release()["ID"] == "debian":
            _missing("Firefox", "apt-get install firefox-esr")
    pytest.skip("for want of Firefox (firefox-esr, on Debian)")


def node() -> str:
    """Return the path of Node."""
    return shutil.which("node") or _missing("Node", "apt-get install nodejs npm")


def npm(file: str) -> Path:
    """Return a file of the packages that package.json names."""
    node()
    if not (PACKAGES / file).is_file():
        _missing("npm packages", "cd tests/site && npm ci")
    return PACKAGES / file


def backend(name: str) -> NoReturn:
    """Leave a test out for want of a backend."""
    _missing(name, "make backends")


def _missing(what: str, cure: str) -> NoReturn:
    reason = f"for want of {what} ({cure})"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def left_out(reasons: list[str]) -> str:
    """Return what is missing, and how many tests were left out for it, in one line."""
    wanted = Counter(found[0] for each in reasons if (found := WANTED.search(each)))
    return (
        "left out: "
        + "; ".join(
            f"{number} test{'s' * (number > 1)} {reason}"
            for reason, number in wanted.most_common()
        )
        if wanted
        else ""
    )
