"""The search opens from a form of a page and by a key, as it is served or on a disk."""

import pytest

from tests.site.visit import READY, WIDE, visit

RESULT = ".md-search-result__item:first-child a"
MESSAGE = "ValueError: You cannot add new elements of state to a layer that is built"


@pytest.fixture(params=["http", "file"])
def root(request, site, server):
    """Return the root of the site, as it is served or on a disk."""
    return server if request.param == "http" else f"{site.as_uri()}/"


@pytest.mark.parametrize("way", ["Enter", "button"])
def test_the_form_of_the_home_page_asks_in_its_place(browser, root, way):
    with visit(browser, root, "index.html") as (page, noted):
        address = page.url
        page.locator("#message").fill(MESSAGE)
        if way == "Enter":
            page.locator("#message").press("Enter")
        else:
            page.get_by_role("button", name="Find it").click()
        page.locator(RESULT).first.wait_for()
        assert page.locator(".md-search__input").input_value() == MESSAGE
        assert page.url == address  # in Firefox, no form may leave a file
        assert noted.problems() == []


@pytest.mark.parametrize("key", ["Control+K", "Meta+K", "/"])
def test_a_key_opens_the_search(browser, root, key):
    with visit(browser, root, "layers/losses.html") as (page, _):
        page.keyboard.press(key)
        page.keyboard.type("add_loss")
        page.locator(RESULT).first.wait_for()
        page.keyboard.press("Escape")
        page.wait_for_function("document.activeElement === document.body")


def test_the_search_box_names_its_keys(browser, server):
    name = "layers/losses.html"
    shown = "getComputedStyle(document.querySelector('.md-search__form'), '::after')"
    with visit(browser, server, name) as (page, _):
        box = page.locator(".md-search__input")
        assert box.get_attribute("aria-keyshortcuts") == "/ Control+K"
        assert "Ctrl K" in page.evaluate(f"{shown}.content")
        box.focus()
        assert page.evaluate(f"{shown}.content") == "none"


def test_nothing_asks_in_vain_without_scripts(browser, server):
    context = browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    for name in ("index.html", "404.html"):
        page.goto(server.url(name))
        assert page.locator(".page-search").count() == 1
        assert not page.locator(".page-search").is_visible()
    context.close()


def test_the_form_keeps_its_place_while_scripts_start(browser, server):
    with visit(browser, server, "index.html") as (page, _):
        page.wait_for_function(READY)
        label = page.locator("label[for=message]").bounding_box()
        field = page.locator("#message").bounding_box()
        assert label["y"] + label["height"] <= field["y"]
