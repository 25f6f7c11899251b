"""The glossary says what words mean; pages lead to it where they first use one."""

import re

import pytest

from site_extras.glossary import GLOSSARY, MOST, read_entries
from tests.site.conftest import ROOT, pages_of
from tests.site.visit import PHONE, WIDE, visit

PAGE = "reference/life-of-a-call.html"  # with as many terms as any


@pytest.fixture(scope="module")
def entries():
    return {
        entry.id: entry
        for entry in read_entries((ROOT / "docs" / GLOSSARY).read_text("utf-8"))
    }


def test_every_entry_of_the_glossary_is_read(entries, chapters):
    terms = chapters[GLOSSARY].select("dt")
    assert [term.get("id") for term in terms] == list(entries)
    assert 25 <= len(terms) <= 35
    names = [term.text.lower() for term in terms]
    assert names == sorted(names)


def test_an_entry_is_short_and_leads_to_its_chapter(entries, chapters):
    for term in chapters[GLOSSARY].select("dt"):
        definition, chapter = term.find_next_siblings("dd", limit=2)
        said = " ".join(definition.text.split())
        assert said == entries[term["id"]].definition
        assert len(said) <= 160
        assert [link.text for link in chapter.select("a")] == [chapter.text.strip()]
        assert (ROOT / "docs" / entries[term["id"]].chapter).exists()
        assert not [name for name in term.attrs if name.startswith("data-")]


def test_no_word_is_that_of_two_entries(entries):
    every = [word.lower() for entry in entries.values() for word in entry.words]
    assert len(every) == len({*every})


def test_pages_lead_to_entries_and_few_times(entries, chapters):
    found = 0
    for name, page in chapters.items():
        links = page.select("a.term")
        found += len(links)
        targets = [link["href"].partition("#")[2] for link in links]
        assert len(targets) == len({*targets}) <= MOST, name
        for link, target in zip(links, targets, strict=True):
            assert entries[target].chapter != name
            linked = {word.lower() for word in entries[target].words}
            assert " ".join(link.text.lower().split()) in linked
            assert link["data-definition"] == entries[target].definition
        cost = sum(len(str(link).encode()) - len(link.text) for link in links)
        assert cost <= 2000, name
    assert found > 15


def test_generated_pages_have_no_terms(site):
    for kind in ("notebooks", "programs"):
        names = pages_of(site, kind)
        assert names
        for name in names:
            assert 'class="term"' not in (site / name).read_text("utf-8"), name


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_term_shows_its_definition_to_mouse_and_keyboard(
    browser, server, size, entries
):
    shown = "each => getComputedStyle(each, '::after').display"
    with visit(browser, server, PAGE, viewport=size) as (page, noted):
        terms = page.locator("a.term").all()
        assert terms
        for term in terms:
            assert term.evaluate(shown) == "none"
            term.scroll_into_view_if_needed()
            term.hover()
            assert term.evaluate(shown) == "block"
            page.mouse.move(0, 0)
            page.keyboard.press("Tab")  # from here on, focus is visible
            term.focus()
            assert term.evaluate(shown) == "block"
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= size["width"]
            term.blur()
        assert noted.problems() == []


def test_a_tap_shows_a_definition_and_the_next_one_leads_there(
    browser, server, entries
):
    shown = "each => getComputedStyle(each, '::after').display"
    touch = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    with visit(browser, server, PAGE, **touch) as (page, _):
        first, second = page.locator("a.term").all()[:2]
        for term in (first, second):
            term.tap()
            assert term.evaluate(shown) == "block"
            assert page.url.endswith(PAGE)
        assert first.evaluate(shown) == "none"
        said = page.locator(".copy-status").inner_text()
        assert said == second.get_attribute("data-definition")
        page.locator("article h1").tap()
        assert second.evaluate(shown) == "none"
        second.tap()
        second.tap()
        page.wait_for_url("**/reference/glossary.html#*")


def test_a_term_leads_to_its_entry_from_a_folder(browser, site):
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    page.locator("a.term").first.click()
    page.wait_for_url("**/reference/glossary.html#*")
    target = page.locator("dt:target")
    target.wait_for()
    assert target.bounding_box()["y"] > page.locator(".md-header").bounding_box()["y"]
    page.close()


def test_the_markdown_edition_is_plain(site):
    text = (site / GLOSSARY).read_text("utf-8")
    assert "data-words" not in text
    assert re.search(r"^Mask\n:   Booleans", text, re.MULTILINE)


def test_the_cheat_sheet_prints_on_two_pages(browser, site):
    page = browser.new_page()
    page.goto((site / "reference/cheat-sheet.html").as_uri())
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
    page.close()
