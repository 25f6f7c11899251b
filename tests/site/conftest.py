"""The site, built and served for the tests as a reader's browser gets it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from execdocs.model.project import Project
from tests.runs.reader import Reader
from tests.site import needs, verdicts
from tests.site.built import REPO_URL, ROOT, SITE_URL, build, page_of, pages_of
from tests.site.lighthouse import BROWSER_FLAGS
from tests.site.server import SiteServer

# Nobody reads an exercise: it is done.
HEADING = ":is(#exercise, #exercises)"
EXERCISE = f"{HEADING}, {HEADING} ~ :not({HEADING} ~ h2, {HEADING} ~ h2 ~ *)"

__all__ = ["REPO_URL", "ROOT", "SITE_URL", "build", "page_of", "pages_of"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out."""
    skipped = terminalreporter.getreports("skipped")
    reasons = [each.longrepr[2] for each in skipped]
    if line := needs.left_out(reasons):
        terminalreporter.write_line(line, yellow=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker waits for another at the end."""
    items.sort(key=lambda item: item.path.stem != "test_reproducible")


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory, request) -> Path:
    """Return the folder of the site, which is built once for all workers.

    SITE in the environment says which folder that is.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    folder = Path(os.environ.get("SITE") or shared / "site").resolve()
    with FileLock(shared / "site.lock"):
        built = shared / "site-is-built"
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
        for program in page.select(".program"):
            elements = program.select(".output")
            found.setdefault(program["data-source"], []).extend(elements)
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
def browser_version() -> str:
    """Return which browser it is, without starting it."""
    return verdicts.version(needs.browser())


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
