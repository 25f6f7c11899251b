"""A ledger of verdicts: what is proved already is not proved again on this machine.

A verdict is a function of bytes: of what is tested, of the test's own code, of the
versions that decide. The hash of all these is the verdict's name, and an empty entry of
that name in `.cache/verdicts/` says that the test passed. A changed byte makes another
name, so nothing has to be invalidated. With `FRESH=1` in the environment nothing counts
as known; verdicts are still written.

Tests use it in two ways. A test item carries `@pytest.mark.verdict(digest)`: the plugin
leaves it out if the verdict is known, and notes it if the item passes. A test of
many things asks `ledger.knows(digest)` and calls `ledger.note(digest)` for each.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / ".cache" / "verdicts"
FORGET_AFTER = 90 * 24 * 3600  # seconds since a verdict was last of use


def digest(*parts: bytes | str | Path) -> str:
    """Return the name of a verdict: the hash of all that it depends on.

    Args:
        parts: Bytes, text, or files, whose contents count and whose names do not.
    """
    whole = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        data = data.encode() if isinstance(data, str) else data
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


class Ledger:
    """The verdicts in a folder, one empty file each, so that workers can share it."""

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        self.folder = folder
        self.fresh = fresh

    def knows(self, name: str) -> bool:
        """Return whether a verdict is known."""
        if self.fresh:
            return False
        try:
            os.utime(self.folder / name)  # it is still of use
        except OSError:
            return False
        return True

    def note(self, name: str) -> None:
        """Note that what the verdict stands for was proved."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).touch()

    def forget(self) -> None:
        """Delete the verdicts that have been of no use for a long time."""
        for entry in self.folder.glob("*"):
            with contextlib.suppress(OSError):
                if time.time() - entry.stat().st_mtime > FORGET_AFTER:
                    entry.unlink()


LEDGER = Ledger(FOLDER, fresh=bool(os.environ.get("FRESH")))


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """Return the ledger of this checkout."""
    return LEDGER


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "verdict(digest): what decides about this test, as one hash"
    )


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out the items whose verdicts are known."""
    known = [item for item in items if _is_known(item)]
    if known:
        items[:] = [item for item in items if item not in known]
        config.hook.pytest_deselected(items=known)


def _is_known(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("verdict")
    return mark is not None and LEDGER.knows(mark.args[0])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """Note the verdict of an item that has passed."""
    report = yield
    mark = item.get_closest_marker("verdict")
    if mark is not None and report.when == "call" and report.passed:
        LEDGER.note(mark.args[0])
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        LEDGER.forget()
