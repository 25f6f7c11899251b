"""The glossary says what words mean; pages lead to it where they first use one."""

import re

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from hooks import glossary
from hooks.glossary import GLOSSARY, MOST, Entry, read_entries
from tests.site.conftest import ROOT, pages_of
from tests.site.visit import PHONE, WIDE, visit

PAGE = "reference/life-of-a-call.html"  # with as many terms as any
ENTRIES = [
    Entry("mask", ("mask", "masks"), 'Says which "steps" count.', "layers/masks.md"),
    Entry("state-lock", ("state lock",), "Nothing new.", "layers/building.md"),
    Entry("layer", (), "Everyday.", "layers/layer.md"),
]


@pytest.fixture(scope="module")
def entries():
    return {
        entry.id: entry
        for entry in read_entries((ROOT / "docs" / GLOSSARY).read_text("utf-8"))
    }


@pytest.fixture
def render(monkeypatch):
    """Return how to render a text as a page of that name."""
    monkeypatch.setattr(glossary, "entries", ENTRIES)

    def render(text, page="layers/losses.md"):
        monkeypatch.setattr(glossary, "current_page", page)
        names = ["admonition", "attr_list", "def_list", "tables"]
        names += ["pymdownx.details", "pymdownx.tabbed"]
        html = Markdown(extensions=[*names, glossary.Glossary()]).convert(text)
        return BeautifulSoup(html, "html.parser")

    return render


def words(page):
    return [link.text for link in page.select("a.term")]


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


def test_the_first_use_of_a_term_leads_to_it(render):
    page = render("A *mask* is a mask. Masks mask.\n\nThe State lock and the lock.")
    assert words(page) == ["mask", "State lock"]
    link = page.select_one("em > a.term")
    assert link["href"] == "../reference/glossary.md#mask"
    assert link["data-definition"] == 'Says which "steps" count.'
    assert page.text.startswith("A mask is a mask. Masks mask.")


def test_the_text_around_terms_stays_as_it_is(render):
    text = "One mask, `mask`, then a [mask](x.md)\nand a state lock **and** masks."
    page = render(text)
    wanted = "One mask, mask, then a mask\nand a state lock and masks."
    assert page.text == wanted
    assert words(page) == ["mask", "state lock"]


@pytest.mark.parametrize(
    "text",
    [
        "# A mask",
        "`mask`",
        "[the mask](x.md)",
        "    mask = 1",
        "| mask |\n| --- |\n| mask |",
        '??? tip "Hint"\n\n    A mask.',
        '=== "mask"\n\n    A mask.',
        '!!! warning "The mask"\n\n    Nothing.',
        "unmasked, masked, mask-like, a_mask",
        "A layer.",
    ],
)
def test_where_a_term_is_left_alone(render, text):
    assert words(render(text)) == []


def test_a_line_of_the_source_may_end_within_a_term(render):
    assert words(render("The state\nlock.")) == ["state\nlock"]


def test_a_term_is_left_alone_where_it_is_explained(render):
    assert words(render("A mask.", "layers/masks.md")) == []
    assert words(render("A mask.", GLOSSARY)) == []
    assert words(render("A mask.", "index.md")) == []
    assert words(render("A mask.", "")) == []  # a page that is generated


def test_links_are_seen_from_the_page(render):
    for page, start in (("a.md", "reference/"), ("reference/b.md", "")):
        (link,) = render("A mask.", page).select("a.term")
        assert link["href"] == f"{start}glossary.md#mask"


def test_pages_lead_to_entries_and_few_times(entries, chapters):
    found = 0
    for name, page in chapters.items():
        links = page.select("a.term")
        found += len(links)
        targets = [link["href"].partition("#")[2] for link in links]
        assert len(targets) == len({*targets}) <= MOST, name
        for link, target in zip(links, targets, strict=True):
            assert entries[target].chapter != name
            assert " ".join(link.text.lower().split()) in entries[target].words
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
