"""The site works as it is served and as it lies on a disk, and keeps to itself."""

import re
from html import unescape

import pytest

from tests.site.conftest import SITE_URL

LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
RESULT = ".md-search-result__item:first-child a"


@pytest.fixture(params=["http", "file"])
def visit(request, browser, site, server):
    """Return a browser's page, the root of the site, and all that went wrong there."""
    served = request.param == "http"
    root = server.url("") if served else f"{site.as_uri()}/"
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    wrong = []

    def requested(request):
        if not request.url.startswith((root, "data:")):
            wrong.append(f"request to {request.url}")

    page.on("request", requested)
    page.on("requestfailed", lambda each: wrong.append(f"no answer: {each.url}"))
    page.on("pageerror", lambda each: wrong.append(str(each)))
    page.on("console", lambda each: each.type == "error" and wrong.append(each.text))
    yield page, root, wrong
    wrong += page.evaluate("window.violations")
    context.close()
    assert wrong == []


def pages(folder):
    """Return the addresses of all pages of a site."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.html")
    )


def search(page, words):
    """Type into the search box, and wait for results."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector(RESULT)


def chosen(page, title):
    """Return which tabs are open, of the sets that have one of that title."""
    sets = page.locator(".tabbed-set", has=page.locator("label", has_text=title))
    return sets.locator("> input:checked").evaluate_all(
        "inputs => inputs.map(input => input.labels[0].innerText.trim())"
    )


def test_search_opens_the_section_it_found(visit):
    page, root, _ = visit
    page.goto(f"{root}models/vae.html")
    search(page, "add_metric")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}layers/metrics.html#*")
    page.locator(".md-content h1", has_text="Metrics").wait_for()


def test_the_colours_and_the_backend_of_choice_stay(visit):
    page, root, _ = visit
    page.goto(f"{root}layers/losses.html")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator("[data-md-component=palette] label:visible").click()
    page.locator(".tabbed-labels label", has_text="JAX").first.click()
    page.locator(f"body:not([data-md-color-scheme={before}])").wait_for()
    page.wait_for_timeout(200)  # until both choices are stored

    page.goto(f"{root}models/training-loop.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") != before
    assert {*chosen(page, "JAX")} == {"JAX"}


def test_a_tab_has_an_address(visit):
    page, root, _ = visit
    page.goto(f"{root}layers/losses.html", wait_until="networkidle")
    name = page.locator(".tabbed-set > input").nth(2).get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{root}layers/losses.html#{name}")
    page.locator(f"#{name}:checked").wait_for(state="attached")


def test_links_between_pages_do_not_load_them_anew(browser, server):
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    errors = []
    page.on("console", lambda each: each.type == "error" and errors.append(each.text))
    page.on("pageerror", lambda each: errors.append(str(each)))
    page.goto(server.url("layers/losses.html"), wait_until="networkidle")
    page.evaluate("window.stays = true")
    for chapter in ("Metrics made inside a layer", "The arguments of call()"):
        page.locator(".md-footer__link--next").click()
        page.locator(".md-content h1", has_text=chapter).wait_for()
    page.locator(".tabbed-labels label", has_text="PyTorch").first.click()
    search(page, "SeedGenerator")
    page.keyboard.press("Enter")
    page.locator(".md-content h1", has_text="Randomness").wait_for()
    assert {*chosen(page, "PyTorch")} == {"PyTorch"}
    assert page.evaluate("window.stays")
    assert page.evaluate("window.violations") + errors == []
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{SITE_URL}layers/randomness.html"
    context.close()


def test_an_unknown_address_leads_on_at_any_depth(browser, server):
    page = browser.new_page()
    for address in ("nowhere.html", "layers/deep/er/nowhere.html"):
        assert page.goto(server.url(address)).status == 404
        assert page.locator(".md-content h1").inner_text() == "Page not found"
        page.get_by_role("searchbox", name="Search the guide").fill("train_step")
        page.get_by_role("searchbox", name="Search the guide").press("Enter")
        page.wait_for_selector(RESULT)
        assert "train-step.html" in page.locator(RESULT).first.get_attribute("href")
    page.close()


def test_the_policy_allows_nothing_inline(site):
    for name in pages(site):
        html = (site / name).read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
        rules = dict(rule.split(" ", 1) for rule in unescape(policy).split("; "))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == "'self'"
        assert not re.search(r'<style|<[^>]* style="|<[^>]* on[a-z]+="', html), name
        for attributes in re.findall(r"<script([^>]*)>", html):
            assert " src=" in attributes or "json" in attributes, name
