"""A page that was read to its end has a tick, which only this device knows."""

import pytest

from tests.site.visit import visit

PAGES = ["layers/losses.html", "models/vae.html"]
TICKS = """() => [...document.querySelectorAll("a:has(.read)")]
  .map(link => link.href.replace(/.*\\/(\\w+\\/[\\w-]+\\.html)$/, "$1"))"""


@pytest.fixture(params=["http", "file"])
def root(request, site, server):
    """Return the root of the site, as it is served or on a disk."""
    return server.url("") if request.param == "http" else f"{site.as_uri()}/"


def read(page, noted, root, name):
    """Read a page to its end."""
    page.goto(f"{root}{name}")
    noted.settle(page)
    page.locator("#where-to-go-next").scroll_into_view_if_needed()
    page.locator("[aria-current=page] .read").wait_for(state="attached")


def test_what_was_read_has_a_tick_until_it_is_forgotten(browser, root):
    with visit(browser, root, PAGES[0]) as (page, noted):
        assert page.evaluate(TICKS) == []  # its end was not in sight
        for name in PAGES:
            read(page, noted, root, name)
        assert {*page.evaluate(TICKS)} >= {PAGES[0]}
        page.goto(f"{root}index.html")
        noted.settle(page)
        assert {*page.evaluate(TICKS)} == {*PAGES}
        chapters = page.locator(".contents")
        for title in ("Losses made inside a layer", "autoencoder"):
            link = chapters.get_by_role("link", name=title)
            assert link.get_by_role("img", name="read").is_visible()
        page.get_by_role("button", name="Forget").click()
        assert page.evaluate(TICKS) == []
        assert not page.get_by_role("button", name="Forget").is_visible()
        page.reload()
        noted.settle(page)
        assert page.evaluate(TICKS) == []
        assert noted.problems() == []  # no request that nobody asked for


def test_ticks_come_with_instant_navigation(browser, server):
    with visit(browser, server, PAGES[0]) as (page, noted):
        read(page, noted, server.url(""), PAGES[0])
        page.evaluate("window.stayed = true")
        page.locator(".md-footer__link--next").click()
        page.locator(".md-content h1", has_text="Metrics").wait_for()
        noted.settle(page)
        page.wait_for_timeout(1500)  # and still nobody has seen its end
        assert page.evaluate(TICKS) == [PAGES[0]]
        assert page.evaluate("window.stayed")


def test_nothing_is_marked_where_nothing_can_be_stored(browser, server):
    with visit(browser, server) as (page, noted):
        page.add_init_script("""
          Storage.prototype.setItem = () => { throw new Error("refused") };
          Storage.prototype.getItem = () => { throw new Error("refused") };
        """)
        page.goto(server.url(PAGES[0]))
        noted.settle(page)
        page.locator("#where-to-go-next").scroll_into_view_if_needed()
        page.wait_for_timeout(1500)
        page.goto(server.url("index.html"))
        noted.settle(page)
        assert page.evaluate(TICKS) == []
        assert not page.get_by_role("button", name="Forget").is_visible()
        assert noted.problems() == []
