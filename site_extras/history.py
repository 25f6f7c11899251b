"""When a page and its programs were first and last committed."""

from __future__ import annotations

import datetime
import functools
import subprocess
from collections.abc import Mapping
from pathlib import Path

START = "commit "


def read_history(root: Path) -> Mapping[str, list[datetime.date]]:
    """Return the dates of each file's commits, the latest first.

    The result is empty without Git, without commits, and in a shallow clone, which does
    not have all commits: no date is better than a wrong one.
    """
    state = _git(root, "rev-parse", "--is-shallow-repository", "HEAD").split()
    if len(state) != 2 or state[0] != "false":
        return {}
    return _history(root, state[1])


@functools.lru_cache(maxsize=1)
def _history(root: Path, head: str) -> Mapping[str, list[datetime.date]]:
    """Return the history up to a commit; while serving, it is read once for each."""
    dates: dict[str, list[datetime.date]] = {}
    date = datetime.date.min
    log = ("log", f"--format={START}%cs", "--name-only", "--no-renames", "--relative")
    for line in _git(root, *log, head, "--", "docs", "snippets").splitlines():
        if line.startswith(START):
            date = datetime.date.fromisoformat(line.removeprefix(START))
        elif line:
            dates.setdefault(line, []).append(date)
    return dates


def dates_of(
    name: str, history: Mapping[str, list[datetime.date]]
) -> tuple[datetime.date, datetime.date] | None:
    """Return when a page or its programs were first and last committed.

    Args:
        name: The path of the page below `docs/`, without its ending.
        history: What `read_history` returned.
    """
    dates = [
        date
        for file, each in history.items()
        if file == f"docs/{name}.md" or file.startswith(f"snippets/{name}/")
        for date in each
    ]
    return (min(dates), max(dates)) if dates else None


def _git(root: Path, *arguments: str) -> str:
    """Return what Git prints; nothing if it fails or is not installed."""
    command = ["git", "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        return ""
    return "" if done.returncode else done.stdout.decode()
