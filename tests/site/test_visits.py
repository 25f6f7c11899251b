"""Every page, opened by a reader who has never been here: nothing goes wrong.

Each page is opened once as it is served, and everything that can be seen in that visit
is looked at; and once from a disk. A page that is known to be good, in this browser,
is not opened again: see `tests.ledger`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.current import current
from tests.site import looks, needs, verdicts
from tests.site.built import KINDS, expected_pages, pages_of
from tests.site.server import SiteServer
from tests.site.visit import LISTEN, PHONE, WIDE, Visit, visit

KILOBYTE = 1000
HEAVIEST = 350  # kilobytes of a first visit to a chapter
AXE = "axe-core/axe.min.js"

CHAPTERS = expected_pages("chapters")
PAGES = [page for kind in KINDS for page in expected_pages(kind)]
# Pages of programs and notebooks are alike: two of each show what the keyboard reaches.
KEYBOARD = {
    *CHAPTERS,
    *(page for kind in KINDS for page in expected_pages(kind)[:2]),
}


def copies(page: str) -> list[list[str]] | None:
    """Return what the buttons of a chapter's blocks have to copy."""
    shown = current().shown.get(page.replace(".html", ".md"))
    if shown is None:
        return None
    return [
        [each.program.through(each.cell), f"{each.cell.source}\n"]
        for each in shown.values()
    ]


class Reader:
    """Visits pages one after the other, in one context of a browser."""

    def __init__(self, browser: Browser, server: SiteServer, site: Path) -> None:
        self.server = server
        self.disk = f"{site.as_uri()}/"
        self.axe = needs.npm(AXE).read_text(encoding="utf-8")
        self.context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
        self.context.add_init_script(LISTEN)
        self.context.add_init_script(looks.SHIFT)
        self.page = self.context.new_page()
        self.protocol = self.context.new_cdp_session(self.page)
        self.noted = Visit(self.disk)
        self.noted.listen(self.page)

    def visit(self, name: str) -> looks.Faults:
        """Return everything that is wrong with a page."""
        faults = self._served(name)
        if name != "404.html":  # its links begin at the root of a server
            broken = self._open(self.disk, name)
            faults["from a disk"] = broken + self.noted.problems()
        return {what: found for what, found in faults.items() if found}

    def _served(self, name: str) -> looks.Faults:
        self._forget()
        before = self.server.sent
        broken = self._open(self.server.url(""), name)
        size = (self.server.sent - before) / KILOBYTE
        faults = looks.on_a_phone(self.page)
        if name in CHAPTERS and not 0 < size <= HEAVIEST:
            faults["kilobytes of a first visit"] = [f"{size}, not {HEAVIEST}"]
        self.page.set_viewport_size(WIDE)
        if name in KEYBOARD:
            faults |= looks.by_keyboard(self.page)
        faults |= looks.by_axe(self.page, self.axe)
        if expected := copies(name):
            faults |= looks.copied(self.page, expected)
        faults["errors and requests"] = broken + self.noted.problems()
        return faults

    def _open(self, root: str, name: str) -> list[str]:
        """Open a page, wait for everything there is to see; return images that fail."""
        self.noted.clear(root)
        self.page.goto(f"{root}{name}")
        self.noted.settle(self.page)
        broken = looks.read(self.page)
        self.noted.settle(self.page)
        return broken

    def _forget(self) -> None:
        """Become a reader who has never been here, and who holds a phone."""
        storage = {"origin": self.server.origin, "storageTypes": "local_storage"}
        self.protocol.send("Storage.clearDataForOrigin", storage)
        self.protocol.send("Network.clearBrowserCache")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(PHONE)


@pytest.fixture(scope="module")
def reader(browser, server, site) -> Iterator[Reader]:
    """Return who visits pages, one for each worker."""
    reader = Reader(browser, server, site)
    yield reader
    reader.context.close()


def test_the_pages_are_those_of_the_chapters(site):
    """Else a page would be visited by nobody."""
    assert sorted(PAGES) == sorted(
        page for kind in KINDS for page in pages_of(site, kind)
    )


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wrong_with_a_page(name, site, ledger, browser_version, request):
    verdict = verdicts.of_page(
        site, name, browser_version, Path(__file__), looks.KEYBOARD, repr(copies(name))
    )
    if ledger.knows(verdict):
        return  # and no browser is started
    assert request.getfixturevalue("reader").visit(name) == {}
    ledger.note(verdict)


def test_instant_navigation_goes_wrong_nowhere(browser, server):
    with visit(browser, server, "index.html") as (page, noted):
        page.evaluate("() => { window.stayed = true }")
        for _ in range(4):
            title = page.title()
            page.locator(".md-footer__link--next").click()
            page.wait_for_function("before => document.title !== before", arg=title)
            noted.settle(page)
        title = page.title()
        page.go_back()
        page.wait_for_function("before => document.title !== before", arg=title)
        noted.settle(page)
        assert page.evaluate("() => window.stayed"), (
            "pages were loaded, not put in place"
        )
        assert noted.problems() == []
