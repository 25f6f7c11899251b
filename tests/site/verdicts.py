"""What decides about a page, as one hash: its bytes, what it loads, and who looks."""

import importlib.metadata
import platform
import re
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from tests import ledger
from tests.site.built import ROOT

HERE = Path(__file__).parent
# Only pages that name them load these.
OWN = ("assets/figures/", "assets/cards/")
CODE = (
    "built.py",
    "conftest.py",
    "looks.py",
    "server.py",
    "visit.py",
    "package-lock.json",
)
LAST_CHANGED = re.compile(r"\s*<lastmod>.*?</lastmod>")


def of_page(site: Path, page: str, browser: str, *parts: str | Path) -> str:
    """Return the name of what is known of a page.

    Args:
        site: The built site.
        page: The page, as a path within it.
        browser: The version of the browser.
        parts: What else decides: files, and texts.
    """
    return ledger.digest(
        page, site / page, shared(site), pictures(site, page), browser, _code(), *parts
    )


@cache
def shared(site: Path) -> str:
    """Return a hash of what pages have in common: styles, scripts, fonts, addresses."""
    files = sorted(path for path in (site / "assets").rglob("*") if path.is_file())
    names = {path: path.relative_to(site).as_posix() for path in files}
    parts = [
        part
        for path, name in names.items()
        if not name.startswith(OWN)
        for part in (name, path)
    ]
    # Pages fetch it, but the dates in it change with each commit and mean nothing here.
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    return ledger.digest(*parts, LAST_CHANGED.sub("", sitemap))


def pictures(site: Path, page: str) -> str:
    """Return a hash of the figures that a page shows."""
    html = (site / page).read_text(encoding="utf-8")
    found = {
        urljoin(page, each) for each in re.findall(r'<img[^>]* src="([^"]*)', html)
    }
    files = [site / name for name in sorted(found) if (site / name).is_file()]
    return ledger.digest(*files)


def of_files(*roots: Path) -> str:
    """Return a hash of all files in folders: of their names and their contents."""
    parts: list[str | Path] = []
    for root in roots:
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            parts += [path.relative_to(root).as_posix(), path]
    return ledger.digest(*parts)


@cache
def _code() -> str:
    return ledger.digest(*(HERE / name for name in CODE))


@cache
def version(program: str) -> str:
    """Return what a program says its version is."""
    command = [program, "--version"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@cache
def installed() -> str:
    """Return a hash of Python, and of all that is installed for it."""
    found = importlib.metadata.distributions()
    names = {f"{each.name.lower()} {each.version}" for each in found}
    return ledger.digest(platform.platform(), platform.python_version(), *sorted(names))


@cache
def tracked() -> str:
    """Return a hash of the project: of all files that Git knows."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    names = sorted(name for name in listed.split("\0") if (ROOT / name).is_file())
    return ledger.digest(*(part for name in names for part in (name, ROOT / name)))
