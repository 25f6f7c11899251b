"""A page is rendered only if something changed (`execdocs.kept_pages`)."""

import sys

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

import execdocs.kept_pages

CONFIG = """
site_name: Programs
theme: mkdocs
use_directory_urls: false
plugins: [execdocs]
validation: {anchors: warn}
markdown_extensions:
  - pymdownx.highlight
  - pymdownx.superfences
  - toc:
      permalink: true
      slugify: !!python/name:marking.slug
  - marking
"""
# An extension of Markdown in a file of its own.
MARKING = """
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

class Mark(Postprocessor):
    def run(self, text):
        return text + "<!-- first -->"

class Marking(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(Mark(md), "marking", 1)

def makeExtension(**settings):
    return Marking(**settings)

def slug(text, separator):  # as an option: in each process, it has another address
    return text.lower()
"""
ALL = ["index.md", "programs/index.md", "sub/page.md"]


@pytest.fixture
def made(site, monkeypatch):
    """Make a site of two pages and build it."""
    site.write("modules/marking.py", MARKING)
    monkeypatch.syspath_prepend(site.root / "modules")
    site.write("mkdocs.yml", CONFIG)
    site.write("snippets/data.txt", "one")
    site.program("""
        # %% use
        from pathlib import Path

        print(Path(__file__).with_name("data.txt").read_text())
    """)
    site.program("# %% use\nprint('b')", "b.py")
    site.page('# Home\n\n## Part\n\n```python\n--8<-- "a.py:use"\n```')
    site.page(
        '# Below\n\n[part](../index.md#part)\n\n```python\n--8<-- "b.py:use"\n```',
        "sub/page.md",
    )
    return site


@pytest.fixture
def rendered(made, monkeypatch):
    """Return how to build the site; it returns the pages that were rendered."""
    names = []
    render = Page.render

    def noting(page, *arguments):
        names.append(page.file.src_uri)
        render(page, *arguments)

    monkeypatch.setattr(Page, "render", noting)

    def rebuild():
        names.clear()
        # What a process knows of the extensions, it knows until it ends.
        monkeypatch.setattr(execdocs.kept_pages, "_codes", {})
        sys.modules.pop("marking", None)
        config = load_config(str(made.root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        return sorted(names)

    assert rebuild() == ALL
    return rebuild


def pages(site):
    """Return the pages of the built site, without the time of the build."""
    folder = site.root / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_text().partition("Build Date")[0]
        for path in folder.rglob("*.html")
    }


def test_what_has_not_changed_is_not_rendered_and_stays_the_same(made, rendered):
    before = pages(made)
    assert rendered() == []
    assert pages(made) == before
    assert 'href="#part"' in before["index.html"]  # the table of contents


def test_a_changed_page_alone_is_rendered(made, rendered):
    made.page('# Home\n\nNew.\n\n## Part\n\n```python\n--8<-- "a.py:use"\n```')
    assert rendered() == ["index.md"]
    assert "New." in pages(made)["index.html"]


def test_the_pages_of_a_changed_record_alone_are_rendered(made, rendered):
    made.write("snippets/data.txt", "two")
    assert rendered() == ["index.md"]
    assert "<samp>two</samp>" in pages(made)["index.html"]


def test_a_changed_setting_renders_all(made, rendered):
    made.write("mkdocs.yml", CONFIG.replace("permalink: true", "permalink: link"))
    assert rendered() == ALL


def test_a_changed_extension_renders_all(made, rendered):
    made.write("modules/marking.py", MARKING.replace("first", "second."))
    assert rendered() == ALL
    assert "<!-- second. -->" in pages(made)["index.html"]


def test_another_page_renders_all(made, rendered):
    """Links may lead to it, or led to it."""
    made.page("# More", "more.md")
    assert rendered() == sorted([*ALL, "more.md"])
    assert rendered() == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-9],
        lambda content: content.replace(b"Part", b"Trap"),
        lambda content: b"\xff" + content,
        lambda content: b"",
    ],
    ids=["cut", "changed", "no text", "empty"],
)
def test_what_is_damaged_is_rendered_again(made, rendered, damage):
    before = pages(made)
    damaged = 0
    for path in (made.root / ".cache/pages").iterdir():
        content = path.read_bytes()
        path.write_bytes(damage(content))
        damaged += path.read_bytes() != content
    assert len(rendered()) == damaged > 0
    assert pages(made) == before
    assert rendered() == []


def test_a_warning_comes_in_each_build(made, rendered, caplog):
    made.page("# Home\n\n[gone](gone.md)\n\n[nowhere](sub/page.md#nowhere)")
    made.show("a.py:use", "b.py:use", name="sub/page.md")
    for _ in range(3):
        caplog.clear()
        assert "index.md" in rendered()
        assert "'gone.md', but the target is not found" in caplog.text
        assert "does not contain an anchor '#nowhere'" in caplog.text


def test_a_link_to_no_part_of_a_page_is_told_though_both_are_kept(
    made, rendered, caplog
):
    made.page("# Home\n\n[nowhere](sub/page.md#nowhere)")
    made.show("a.py:use", "b.py:use", name="sub/page.md")
    rendered()
    caplog.clear()
    assert rendered() == []
    assert "does not contain an anchor '#nowhere'" in caplog.text
