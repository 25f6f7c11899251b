"""What a browser has to say of a page, from its first byte to its last script."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.site.server import SiteServer

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
PATIENCE = 30  # seconds, for what a server on the same machine has to answer

# Before any script of the page, so that nothing is missed.
LISTEN = """addEventListener("securitypolicyviolation", event =>
  console.error(`CSP: ${event.violatedDirective} blocks ${event.blockedURI}`))"""

# Everything that scripts add to a page is there: the buttons stand above the last code.
READY = """() => document.readyState === "complete" && [...document.querySelectorAll(
  ".md-typeset pre > code")].every(code => code.parentElement.parentElement
  .querySelector(":scope > .copy"))"""


@dataclass
class Visit:
    """What went wrong on pages that were visited one after the other."""

    root: str  # what the addresses of all requests begin with
    console: list[str] = field(default_factory=list)  # errors and warnings
    failed: list[str] = field(default_factory=list)  # requests
    external: list[str] = field(default_factory=list)  # requests
    pending: set[Request] = field(default_factory=set)

    def listen(self, page: Page) -> None:
        """Take note of what happens on a page."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._request_failed)
        page.on("requestfinished", lambda request: self.pending.discard(request))
        page.on("response", self._response)

    def settle(self, page: Page) -> None:
        """Wait until scripts have made the page, and each request has its answer.

        Raises:
            TimeoutError: A request is not answered.
        """
        page.wait_for_function(READY)
        deadline = time.monotonic() + PATIENCE
        while self.pending:
            page.wait_for_timeout(10)
            if time.monotonic() > deadline:
                raise TimeoutError([request.url for request in self.pending])

    def problems(self) -> list[str]:
        """Return all of it, each thing once."""
        return [*dict.fromkeys(self.console + self.failed + self.external)]

    def clear(self, root: str) -> None:
        """Forget what went wrong, for the next page."""
        self.root = root
        for each in (self.console, self.failed, self.external, self.pending):
            each.clear()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.console.append(message.text)

    def _request(self, request: Request) -> None:
        self.pending.add(request)
        if not request.url.startswith((self.root, "data:", "blob:")):
            self.external.append(request.url)

    def _request_failed(self, request: Request) -> None:
        self.pending.discard(request)
        self.failed.append(f"{request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.url}: {response.status}")


@contextmanager
def visit(
    browser: Browser,
    site: SiteServer | str,
    name: str = "",
    **settings: object,
) -> Iterator[tuple[Page, Visit]]:
    """Open a page of the site with an empty cache, and wait until all has come.

    Args:
        browser: The browser.
        site: What serves the site, or the address of its folder.
        name: The page; none is opened without it.
        settings: The settings of the browser's context.
    """
    root = site if isinstance(site, str) else site.url("")
    context = browser.new_context(
        **{"viewport": WIDE, "reduced_motion": "reduce", **settings}
    )
    context.add_init_script(LISTEN)
    page = context.new_page()
    noted = Visit(root)
    noted.listen(page)
    try:
        if name:
            page.goto(f"{root}{name}")
            if settings.get("java_script_enabled", True):
                noted.settle(page)
        yield page, noted
    finally:
        context.close()
