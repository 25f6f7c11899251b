"""The site, built and served for the tests as a reader's browser gets it."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from execdocs.model.project import Project
from tests.runs.reader import Reader
from tests.site import needs
from tests.site.server import SiteServer

ROOT = Path(__file__).parent.parent.parent
SITE_URL = "https://example.org/guide/"
REPO_URL = "https://github.com/example/guide"

# Pages in groups, by what makes them: each group is one item of a test.
KINDS = {
    "chapters": "the pages that authors write, and the 404 page",
    "notebooks": "a chapter's programs as a notebook",
    "programs": "a chapter's programs, whole",
}
every_kind = pytest.mark.parametrize("kind", KINDS)

# Nobody reads an exercise: it is done.
EXERCISE = "#exercise, #exercise ~ :not(#exercise ~ h2, #exercise ~ h2 ~ *)"

BROWSER_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # containers run as root; and it opens nothing but our own pages
)


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


def page_of(site: Path, name: str) -> Path:
    """Return the file of a page: `layers/losses` is a file or a folder's index."""
    file = site / f"{name}.html"
    return file if file.is_file() else site / name / "index.html"


def pages_of(site: Path, kind: str) -> list[str]:
    """Return the pages of a kind, as paths within the site."""
    every = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    others = {page for page in every if page.split("/")[0] in KINDS}
    if kind == "chapters":
        return sorted(every - others)
    return sorted(page for page in others if page.startswith(f"{kind}/"))


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory, request) -> Path:
    """Return the folder of the site, which is built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if hasattr(request.config, "workerinput") else base) / "site"
    with FileLock(f"{folder}.lock"):
        built = folder.with_name("site-is-built")
        if not built.exists():
            build(ROOT, folder)
            built.touch()
    return folder


@pytest.fixture(scope="session")
def chapters(site, project) -> dict[str, BeautifulSoup]:
    """Return the built pages by the names of their sources."""
    pages = {}
    for path in sorted(project.docs.rglob("*.md")):
        name = path.relative_to(project.docs).with_suffix("").as_posix()
        html = page_of(site, name).read_text(encoding="utf-8")
        pages[f"{name}.md"] = BeautifulSoup(html, "html.parser")
    return pages


@pytest.fixture(scope="session")
def outputs(chapters) -> dict[str, list[Tag]]:
    """Return the outputs on all pages, by the programs that made them."""
    found: dict[str, list[Tag]] = {}
    for page in chapters.values():
        for element in page.select("[data-program]"):
            found.setdefault(element["data-program"], []).append(element)
    return found


@pytest.fixture
def pages(site, kind) -> list[str]:
    """Return the pages of the kind that a test asks for."""
    found = pages_of(site, kind)
    assert found, f"the site has no {kind}: {KINDS[kind]}"
    return found


@pytest.fixture(scope="session")
def server(site) -> Iterator[SiteServer]:
    """Serve the site, under the path of its address."""
    with SiteServer(site, SITE_URL) as server:
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def reader(project) -> Iterator[Reader]:
    """Return who runs programs as a reader does."""
    with contextlib.closing(Reader(project)) as reader:
        yield reader


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser, one for each worker."""
    path = needs.browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*BROWSER_FLAGS]
        )
        yield browser
        browser.close()
