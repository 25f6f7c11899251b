"""One choice of the backend holds for all tabs of the site, and is remembered."""

import pytest

from tests.site.visit import PHONE, WIDE, visit

PAGE = "layers/gradients.html"
NEXT = "models/training-loop.html"
WITHOUT = "mistakes/names.html"
OPEN = """() => [...document.querySelectorAll(".tabbed-set")].map(set =>
  set.querySelector(":scope > input:checked").labels[0].textContent.trim())"""


@pytest.fixture(params=["http", "file"])
def root(request, site, server):
    """Return the root of the site, as it is served or on a disk."""
    return server.url("") if request.param == "http" else f"{site.as_uri()}/"


def choice(page):
    """Return the control in the header."""
    return page.get_by_role("combobox", name="Backend")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_choice_opens_all_tabs_and_stays(browser, root, size):
    with visit(browser, root, PAGE, viewport=size) as (page, noted):
        assert choice(page).input_value() == "TensorFlow"
        choice(page).select_option("PyTorch")
        assert {*page.evaluate(OPEN)} == {"PyTorch"}
        page.goto(f"{root}{NEXT}")
        noted.settle(page)
        assert choice(page).input_value() == "PyTorch"
        assert "TensorFlow" not in page.evaluate(OPEN)
        assert noted.problems() == []


def test_what_is_read_keeps_its_place(browser, server):
    with visit(browser, server, PAGE) as (page, _):
        tabs = page.locator(".tabbed-set").nth(2)
        tabs.evaluate("tabs => scrollTo(0, tabs.offsetTop - 200)")
        before = tabs.bounding_box()["y"]
        choice(page).select_option("JAX")
        assert abs(tabs.bounding_box()["y"] - before) < 1


def test_the_choice_follows_the_tabs(browser, server):
    with visit(browser, server, PAGE) as (page, _):
        page.locator(".tabbed-labels label", has_text="JAX").first.click()
        assert choice(page).input_value() == "JAX"


def test_the_choice_is_on_pages_with_such_tabs_alone(browser, server, chapters):
    for uri in (PAGE, WITHOUT, "index.html", "404.html"):
        soup = chapters.get(uri.replace(".html", ".md"))
        labels = (
            {label.text for label in soup.select(".tabbed-labels label")}
            if soup
            else set()
        )
        with visit(browser, server, uri) as (page, _):
            assert choice(page).is_visible() == ("JAX" in labels)


def test_the_choice_comes_and_goes_with_instant_navigation(browser, server):
    with visit(browser, server, PAGE) as (page, noted):
        page.evaluate("window.stayed = true")
        for title in ("Names and attributes", "Losses made inside a layer"):
            page.locator(".md-nav--primary").get_by_role("link", name=title).click()
            page.locator(".md-content h1", has_text=title.split()[0]).wait_for()
            noted.settle(page)
            assert choice(page).is_visible() == (title != "Names and attributes")
        choice(page).select_option("JAX")
        assert {*page.evaluate(OPEN)} == {"JAX"}
        assert page.evaluate("window.stayed")


def test_a_choice_holds_for_the_page_where_nothing_is_stored(browser, server):
    with visit(browser, server) as (page, noted):
        page.add_init_script("""
          Storage.prototype.setItem = () => { throw new Error("refused") };
          Storage.prototype.getItem = () => { throw new Error("refused") };
        """)
        page.goto(server.url(PAGE))
        noted.settle(page)
        choice(page).select_option("JAX")
        assert {*page.evaluate(OPEN)} == {"JAX"}


def test_nothing_can_be_chosen_without_scripts(browser, server):
    with visit(browser, server, PAGE, java_script_enabled=False) as (page, _):
        assert not page.locator("select.backend").is_visible()


def test_the_navigation_says_which_page_is_open(browser, server):
    with visit(browser, server, PAGE) as (page, _):
        current = page.locator(".md-nav--primary [aria-current=page]")
        assert current.count() == 1
        assert current.get_attribute("href").endswith("losses.html") or (
            current.evaluate("link => link.href") == page.url
        )
