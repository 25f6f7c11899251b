"""When a page and its programs were first and last committed."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Mapping
from pathlib import Path

START = "commit "


def read_history(root: Path) -> Mapping[str, list[datetime.date]]:
    """Return the dates of each file's commits, the latest first.

    There are none without Git, without commits, and where a shallow clone does not have
    them all: no date is better than a wrong one.
    """
    dates: dict[str, list[datetime.date]] = {}
    date = datetime.date.min
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return dates
    log = ("log", f"--format={START}%cs", "--name-only", "--no-renames", "--relative")
    for line in _git(root, *log, "--", "docs", "snippets").splitlines():
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
        name: The page below `docs/`, without its ending.
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
    """Return what Git says, or nothing."""
    command = ["git", "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        return ""
    return "" if done.returncode else done.stdout.decode()
