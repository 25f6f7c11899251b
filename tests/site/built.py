"""The site as the tests want it: built strictly, as if it were to be published."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# Where it is published, the tests see the very site that will be.
SITE_URL = os.environ.get("SITE_URL") or "https://example.org/guide/"
REPO_URL = os.environ.get("REPO_URL") or "https://github.com/example/guide"

# Pages in groups, by what makes them.
KINDS = {
    "chapters": "the pages that authors write, and the 404 page",
    "notebooks": "a chapter's programs as a notebook",
    "programs": "a chapter's programs, whole",
}


def build(root: Path, site: Path, **environment: str) -> None:
    """Build the site of a project, strictly, as if it were to be published."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=root,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "REPO_URL": REPO_URL,
            "SITE_URL": SITE_URL,
            "SOURCE_DATE_EPOCH": "0",
            **environment,
        },
        check=True,
        capture_output=True,
        text=True,
        timeout=840,
    )


@cache
def chapters() -> list[str]:
    """Return the names of the chapters: `layers/losses`."""
    docs = ROOT / "docs"
    return sorted(
        path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")
    )


def expected_pages(kind: str) -> list[str]:
    """Return the pages of a kind that the site has to have, as paths within it."""
    if kind == "chapters":
        return sorted(["404.html", *(f"{name}.html" for name in chapters())])
    return [f"{kind}/{name}.html" for name in chapters()]


def page_of(site: Path, name: str) -> Path:
    """Return the file of a page: `layers/losses` is a file or a folder's index."""
    file = site / f"{name}.html"
    return file if file.is_file() else site / name / "index.html"


def pages_of(site: Path, kind: str) -> list[str]:
    """Return the pages of a kind that a site has, as paths within it."""
    every = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    others = {page for page in every if page.split("/")[0] in KINDS}
    if kind == "chapters":
        return sorted(every - others)
    return sorted(page for page in others if page.startswith(f"{kind}/"))
