"""Every page, opened by a reader who has never been here: nothing goes wrong.

Each page is opened once, and all that can be seen of that visit is tested.
"""

from dataclasses import dataclass

import pytest

from tests.site.conftest import KINDS, pages_of
from tests.site.visit import PHONE, visit

KILOBYTE = 1000

pytestmark = pytest.mark.xdist_group("visits")  # they share what takes long: `seen`

LOOK = """() => {
  const room = document.documentElement.clientWidth
  scrollTo(1000, 0)
  const sideways = scrollX
  scrollTo(0, 0)
  const allowed = "pre, code, table, .tabbed-labels"
  const scrolling = [...document.querySelectorAll(".md-content *")].filter(element =>
    /auto|scroll/.test(getComputedStyle(element).overflowX) &&
    element.scrollWidth > element.clientWidth + 1 && element.checkVisibility() &&
    !element.matches(allowed) && !element.querySelector(allowed))
  return {
    sideways,
    scrolling: scrolling.map(element => element.outerHTML.slice(0, 90)),
    unsized: [...document.images]
      .filter(image => !(image.getAttribute("width") && image.getAttribute("height")))
      .map(image => image.outerHTML.slice(0, 90)),
    shift: window.shift,
  }
}"""
# What a reader comes by; pictures in tabs that stay closed are not fetched.
READ = """() => Promise.all([...document.images]
  .filter(image => image.checkVisibility())
  .map(image => (image.loading = "eager", image.decode())))"""
SHIFT = """window.shift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shift += entry.value
}).observe({type: "layout-shift", buffered: true})"""


@dataclass(frozen=True)
class Seen:
    """What one visit showed."""

    problems: list[str]
    bytes: int
    sideways: int  # pixels that the page can be moved at a phone's width
    scrolling: list[str]
    unsized: list[str]
    shift: float


@pytest.fixture(scope="module")
def seen(browser, server, site) -> dict[str, Seen]:
    """Visit every page on a phone, with an empty cache."""
    found = {}
    for page_name in (name for kind in KINDS for name in pages_of(site, kind)):
        before = server.sent
        with visit(browser, server, viewport=PHONE) as (page, noted):
            page.add_init_script(SHIFT)
            page.goto(server.url(page_name))
            page.evaluate(READ)
            page.wait_for_load_state("networkidle")
            size = server.sent - before
            found[page_name] = Seen(noted.problems(), size, **page.evaluate(LOOK))
    return found


def test_no_page_has_an_error_a_failed_or_an_external_request(seen):
    assert {name: each.problems for name, each in seen.items() if each.problems} == {}


def test_a_first_visit_to_a_chapter_takes_350_kilobytes_at_most(seen, site):
    sizes = {name: seen[name].bytes / KILOBYTE for name in pages_of(site, "chapters")}
    assert all(sizes.values())
    assert {name: size for name, size in sizes.items() if size > 350} == {}


def test_no_page_moves_sideways_on_a_phone(seen):
    assert {name: each.sideways for name, each in seen.items() if each.sideways} == {}


def test_only_code_tables_and_tabs_scroll_sideways_on_a_phone(seen):
    assert {name: each.scrolling for name, each in seen.items() if each.scrolling} == {}


def test_every_image_keeps_its_place(seen):
    assert {name: each.unsized for name, each in seen.items() if each.unsized} == {}


def test_nothing_shifts_while_a_page_loads(seen):
    assert {name: each.shift for name, each in seen.items() if each.shift > 0.01} == {}


def test_instant_navigation_goes_wrong_nowhere(browser, server):
    with visit(browser, server, "index.html") as (page, noted):
        page.evaluate("window.stayed = true")
        for _ in range(4):
            title = page.title()
            page.locator(".md-footer__link--next").click()
            page.wait_for_function("before => document.title !== before", arg=title)
            page.wait_for_load_state("networkidle")
        page.go_back()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.stayed"), "pages were loaded, not put in place"
        assert noted.problems() == []
