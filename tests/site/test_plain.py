"""The chapters can be read without JavaScript, and from a disk."""

import pytest

from tests.site.conftest import page_of, pages_of
from tests.site.visit import WIDE, visit

# What a reader can see, or open by choosing a tab: everything with text in the article
# has to take room, once each tab was chosen.
HIDDEN = """() => {
  const article = document.querySelector("article")
  const unseen = new Set(
    article.querySelectorAll("p, pre, li, td, th, h1, h2, h3, figcaption, img"))
  const look = () => unseen.forEach(
    element => element.checkVisibility() && unseen.delete(element))
  look()
  const closed = article.querySelectorAll("details:not([open]) > summary")
  for (const summary of closed) summary.parentElement.open = true
  for (const input of article.querySelectorAll(".tabbed-set > input")) {
    input.checked = true
    look()
  }
  look()
  return [...unseen].filter(element => element.textContent.trim() || element.src)
    .map(element => element.outerHTML.slice(0, 90))
}"""


@pytest.fixture
def names(site):
    return [name for name in pages_of(site, "chapters") if name != "404.html"]


def test_all_of_a_chapter_can_be_seen_without_scripts(browser, server, names):
    hidden = {}
    with visit(browser, server, java_script_enabled=False) as (page, _):
        for name in names:
            page.goto(server.url(name), wait_until="load")
            assert page.locator("article").inner_text().strip(), name
            if found := page.evaluate(HIDDEN):
                hidden[name] = found
    assert hidden == {}


def test_tabs_can_be_opened_without_scripts(browser, server, chapters, site):
    name = next(name for name, page in chapters.items() if page.select(".backends"))
    file = page_of(site, name.removesuffix(".md")).relative_to(site).as_posix()
    with visit(browser, server, file, java_script_enabled=False) as (page, _):
        tabs = page.locator(".backends").first
        for index, label in enumerate(tabs.locator("label").all()):
            label.click()
            shown = tabs.locator(".tabbed-block").filter(visible=True)
            assert shown.count() == 1
            assert (
                shown.inner_text()
                == tabs.locator(".tabbed-block").nth(index).inner_text()
            )


def test_a_chapter_opens_from_a_disk_styled_and_finds_words(browser, site):
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    try:
        page.goto(page_of(site, "layers/losses").as_uri())
        rounded = "getComputedStyle(document.querySelector('.md-header')).position"
        assert page.evaluate(rounded) == "sticky"
        page.locator(".md-footer__link--next").click()
        page.wait_for_url("file://**/layers/metrics*.html")
        page.locator(".md-search__input").fill("add_weight")
        page.locator(".md-search-result__link").first.wait_for(timeout=20_000)
    finally:
        context.close()
    assert errors == []
