"""The glossary's extension links a term where a page first uses it."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from execdocs.kept_pages import settings_of
from site_extras.glossary import GLOSSARY, MOST, GlossaryExtension

ENTRIES = """
Layer { #layer }
:   Everyday.
:   [A layer](../layers/layer.md)

Mask { #mask data-words="mask, masks" }
:   Says which "steps" `count`,
    and [which](x.md) do not.
:   [Masks](../layers/masks.md)

State lock { #state-lock data-words="state lock" }
:   Nothing new.
:   [Building](../layers/building.md)
"""
OTHERS = ["admonition", "attr_list", "def_list", "tables"]
OTHERS += ["pymdownx.details", "pymdownx.tabbed"]


@pytest.fixture
def render():
    """Return how to render a text as a page of that name."""

    def render(text, page="layers/losses.md", entries=ENTRIES):
        extension = GlossaryExtension(page=page, text=entries)
        html = Markdown(extensions=[*OTHERS, extension]).convert(text)
        return BeautifulSoup(html, "html.parser")

    return render


def words(page):
    return [link.text for link in page.select("a.term")]


def test_the_first_use_of_a_term_leads_to_it(render):
    page = render("A *mask* is a mask. Masks mask.\n\nThe State lock and the lock.")
    assert words(page) == ["mask", "State lock"]
    link = page.select_one("em > a.term")
    assert link["href"] == "../reference/glossary.md#mask"
    definition = 'Says which "steps" count, and which do not.'
    assert link["data-definition"] == definition
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
        "*Also searched as: my mask is lost.*",
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


def test_without_a_page_or_a_glossary_there_are_no_links(render):
    assert words(render("A mask.")) == ["mask"]
    assert words(render("A mask.", "")) == []
    assert words(render("A mask.", entries="")) == []


def test_no_page_is_kept_when_the_glossary_changes(tmp_path):
    """For MkDocs, the text of the glossary is a setting of all pages."""
    place = tmp_path / "docs" / GLOSSARY
    place.parent.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Small\nplugins: [site_extras]\nmarkdown_extensions: [glossary]\n"
    )
    kept_by = []
    for text in (ENTRIES, ENTRIES.replace("mask, masks", "gate")):
        place.write_text(text, encoding="utf-8")
        config = load_config(str(tmp_path / "mkdocs.yml"))
        config.plugins.on_config(config)
        kept_by.append(settings_of(config, Files([])))
    assert kept_by[0] != kept_by[1]


def test_links_are_as_seen_from_the_page(render):
    for page, start in (("a.md", "reference/"), ("reference/b.md", "")):
        (link,) = render("A mask.", page).select("a.term")
        assert link["href"] == f"{start}glossary.md#mask"


def test_the_marks_of_entries_do_not_reach_readers(render):
    for name in (GLOSSARY, ""):  # also where the builder does not say the page
        page = render(ENTRIES, name)
        terms = [term["id"] for term in page.select("dt")]
        assert terms == ["layer", "mask", "state-lock"]
        assert not page.select("[data-words]")


def test_a_page_has_few_links(render):
    entry = 'T{n} {{ #t{n} data-words="term{n}" }}\n:   About.\n:   [C](../c.md)\n\n'
    entries = "\n" + "".join(entry.format(n=n) for n in range(MOST + 2))
    text = " ".join(f"term{n}" for n in range(MOST + 2))
    assert words(render(text, entries=entries)) == text.split()[:MOST]


def test_builders_know_the_extension_by_its_name():
    """Two pages are rendered side by side: each has its own settings."""
    first, second = (
        Markdown(
            extensions=["glossary"],
            extension_configs={"glossary": {"text": ENTRIES, "page": page}},
        )
        for page in ("a.md", "reference/b.md")
    )
    assert 'href="glossary.md#mask"' in second.convert("A mask.")
    assert 'href="reference/glossary.md#mask"' in first.convert("A mask.")
