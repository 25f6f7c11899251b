"""The site, built for the tests as a reader's browser gets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from execdocs.project import Project

ROOT = Path(__file__).parent.parent.parent


def build(root: Path, site: Path) -> None:
    """Build the site of a project, strictly."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
        text=True,
        timeout=840,
    )


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """Return the folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    build(ROOT, folder)
    return folder


@pytest.fixture(scope="session")
def chapters(site, project) -> dict[str, BeautifulSoup]:
    """Return the built pages by the names of their sources."""
    pages = {}
    for path in sorted(project.docs.rglob("*.md")):
        name = path.relative_to(project.docs).with_suffix("").as_posix()
        folder = site if name == "index" else site / name
        html = (folder / "index.html").read_text(encoding="utf-8")
        pages[f"{name}.md"] = BeautifulSoup(html, "html.parser")
    return pages
