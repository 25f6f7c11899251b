"""The glossary's extension links a term where a page first uses it."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

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


def write(docs, text):
    (docs / GLOSSARY).parent.mkdir(exist_ok=True)
    (docs / GLOSSARY).write_text(text, encoding="utf-8")


@pytest.fixture
def render(tmp_path):
    """Return how to render a text as a page of that name."""
    write(tmp_path, ENTRIES)

    def render(text, page="layers/losses.md"):
        extension = GlossaryExtension(page=page, docs_dir=str(tmp_path))
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


def test_without_a_page_or_a_glossary_there_are_no_links(render, tmp_path):
    assert words(render("A mask.")) == ["mask"]
    assert words(render("A mask.", "")) == []
    (tmp_path / GLOSSARY).unlink()
    assert words(render("A mask.")) == []


def test_a_changed_glossary_is_read_again(render, tmp_path):
    assert words(render("A mask and a gate.")) == ["mask"]
    write(tmp_path, ENTRIES.replace("mask, masks", "gate"))
    assert words(render("A mask and a gate.")) == ["gate"]


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


def test_a_page_has_few_links(render, tmp_path):
    entry = 'T{n} {{ #t{n} data-words="term{n}" }}\n:   About.\n:   [C](../c.md)\n\n'
    write(tmp_path, "\n" + "".join(entry.format(n=n) for n in range(MOST + 2)))
    text = " ".join(f"term{n}" for n in range(MOST + 2))
    assert words(render(text)) == text.split()[:MOST]


def test_builders_know_the_extension_by_its_name(tmp_path):
    """Two pages are rendered side by side: each has its own settings."""
    write(tmp_path, ENTRIES)
    settings = {"docs_dir": str(tmp_path)}
    first, second = (
        Markdown(
            extensions=["glossary"],
            extension_configs={"glossary": {**settings, "page": page}},
        )
        for page in ("a.md", "reference/b.md")
    )
    assert 'href="glossary.md#mask"' in second.convert("A mask.")
    assert 'href="reference/glossary.md#mask"' in first.convert("A mask.")
