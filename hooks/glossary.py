"""MkDocs hook: what a term means, at the place where a page first uses it.

The glossary is the only source. An entry with `data-words` is linked from the other
pages, by each of these words; its definition goes along, for CSS to show. Entries for
everyday words have none, or every page would be full of links.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

GLOSSARY = "reference/glossary.md"
MOST = 7  # links on a page: two kilobytes with their definitions

ENTRY = re.compile(
    r"^(?P<term>\S.*?) \{ #(?P<id>[\w-]+)(?: data-words=\"(?P<words>[^\"]+)\")? \}\n"
    r":   (?P<definition>.+(?:\n    .+)*)\n"
    r":   \[.+\]\((?P<chapter>[^)#]+)",
    re.MULTILINE,
)
# Where words are names, or lead somewhere, or are folded away, or have no room.
SKIPPED = {"a", "abbr", "code", "details", "dt", "kbd", "label", "pre", "table"}
SKIPPED |= {f"h{level}" for level in range(1, 7)}
SKIPPED_CLASSES = {"admonition-title", "tabbed-set"}


@dataclass(frozen=True)
class Entry:
    """What the glossary says of a term."""

    id: str
    words: tuple[str, ...]  # that are linked
    definition: str  # without markup
    chapter: str  # the page that explains it, and needs no link


entries: list[Entry] = []
current_page = ""  # below docs/; nothing for a page that is generated


def on_config(config: MkDocsConfig) -> None:
    """Read the glossary, and add the extension that makes the links."""
    path = Path(config.docs_dir, GLOSSARY)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    entries[:] = read_entries(text)
    config.markdown_extensions.append(Glossary())


def on_page_markdown(markdown: str, page: Page, **_: object) -> None:
    """Note which page is rendered; Python-Markdown does not know."""
    global current_page
    current_page = "" if page.file.generated_by else page.file.src_uri


def read_entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a glossary."""
    for entry in ENTRY.finditer(text):
        definition = re.sub(r"\[(.+?)\]\(.+?\)|`", r"\1", entry["definition"])
        yield Entry(
            id=entry["id"],
            words=tuple(entry["words"].split(", ")) if entry["words"] else (),
            definition=" ".join(definition.split()),
            chapter=posixpath.normpath(
                posixpath.join(posixpath.dirname(GLOSSARY), entry["chapter"])
            ),
        )


class Terms(Treeprocessor):
    """Links each term to the glossary where a page first uses it."""

    left: dict[str, Entry]  # by the words that are still to be found
    words: re.Pattern  # any of these
    found: int
    glossary: str  # where it is, seen from the page

    def run(self, root: Element) -> None:
        """Put the links into the text of a page."""
        if current_page == GLOSSARY:
            for term in root.iter("dt"):
                term.attrib.pop("data-words", None)
        elif current_page and current_page != "index.md":
            self.left = {
                word.lower(): entry
                for entry in entries
                if entry.chapter != current_page
                for word in entry.words
            }
            self.found = 0
            folder = posixpath.dirname(current_page)
            self.glossary = posixpath.relpath(GLOSSARY, folder or ".")
            self._look()
            self._visit(root)

    def _look(self) -> None:
        """Look for the words that are left, the longest first."""
        words = sorted(self.left, key=lambda word: (-len(word), word))
        # A line of the source may end within a term.
        patterns = (r"\s+".join(map(re.escape, word.split())) for word in words)
        every = "|".join(patterns) or "(?!)"
        self.words = re.compile(rf"(?<![\w-])(?:{every})(?![\w-])", re.IGNORECASE)

    def _visit(self, parent: Element) -> None:
        """Go through what is below an element, in the order of reading."""
        classes = {*parent.get("class", "").split()}
        if parent.tag in SKIPPED or classes & SKIPPED_CLASSES:
            return
        children = list(parent)
        parent.text = self._linked(parent, 0, parent.text)
        for child in children:
            self._visit(child)
            place = list(parent).index(child) + 1
            child.tail = self._linked(parent, place, child.tail)

    def _linked(self, parent: Element, place: int, text: str | None) -> str | None:
        """Return a text up to its first term; put that and the rest into the parent."""
        if not text or isinstance(text, AtomicString) or self.found == MOST:
            return text
        match = self.words.search(text)
        if match is None:
            return text
        entry = self.left[" ".join(match[0].lower().split())]
        self.left = {word: each for word, each in self.left.items() if each != entry}
        self.found += 1
        self._look()
        link = Element("a", {"class": "term", "href": f"{self.glossary}#{entry.id}"})
        link.set("data-definition", entry.definition)
        link.text = match[0]
        parent.insert(place, link)
        link.tail = self._linked(parent, place + 1, text[match.end() :])
        return text[: match.start()]


class Glossary(Extension):
    """The extension; see the module."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Come after text (20) and attributes (8), before MkDocs checks links (0)."""
        md.treeprocessors.register(Terms(md), "glossary", 4)
