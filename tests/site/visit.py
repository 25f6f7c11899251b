"""What a browser has to say of a page, from its first byte to its last script."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.site.server import SiteServer

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

# Before any script of the page, so that nothing is missed.
LISTEN = """addEventListener("securitypolicyviolation", event =>
  console.error(`CSP: ${event.violatedDirective} blocks ${event.blockedURI}`))"""

# All that scripts add to a page is there: below the last code are its buttons.
READY = """() => document.readyState === "complete" && [...document.querySelectorAll(
  ".md-typeset pre > code")].every(code => code.parentElement.parentElement
  .querySelector(":scope > .copy"))"""


@dataclass
class Visit:
    """What went wrong on pages that were visited one after the other."""

    origin: str
    console: list[str] = field(default_factory=list)  # errors and warnings
    failed: list[str] = field(default_factory=list)  # requests
    external: list[str] = field(default_factory=list)  # requests

    def listen(self, page: Page) -> None:
        """Take note of what happens on a page."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._request_failed)
        page.on("response", self._response)

    def problems(self) -> list[str]:
        """Return all of it, each thing once."""
        return [*dict.fromkeys(self.console + self.failed + self.external)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.console.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.external.append(request.url)

    def _request_failed(self, request: Request) -> None:
        self.failed.append(f"{request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.url}: {response.status}")


@contextmanager
def visit(
    browser: Browser, server: SiteServer, name: str = "", **settings: object
) -> Iterator[tuple[Page, Visit]]:
    """Open a page of the site with an empty cache, and wait until all has come."""
    context = browser.new_context(
        **{"viewport": WIDE, "reduced_motion": "reduce", **settings}
    )
    context.add_init_script(LISTEN)
    page = context.new_page()
    noted = Visit(server.origin)
    noted.listen(page)
    try:
        if name:
            page.goto(server.url(name), wait_until="networkidle")
        yield page, noted
    finally:
        context.close()
