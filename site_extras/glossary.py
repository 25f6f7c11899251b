"""A Python-Markdown extension that links a term where a page first uses it.

The glossary page is the only source. An entry with `data-words` is linked from the
other pages, by each of these words. The link carries the definition, which CSS shows.
Entries for everyday words have no `data-words`, because pages would be full of links.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from site_extras.search_index import SEARCHED

GLOSSARY = "reference/glossary.md"
MOST = 7  # links on a page: with their definitions, these are two kilobytes

ENTRY = re.compile(
    r"^(?P<term>\S.*?) \{ #(?P<id>[\w-]+)(?: data-words=\"(?P<words>[^\"]+)\")? \}\n"
    r":   (?P<definition>.+(?:\n    .+)*)\n"
    r":   \[.+\]\((?P<chapter>[^)#]+)",
    re.MULTILINE,
)
# Elements in which a word is a name, or a link already, or hidden at first, or in which
# a definition has no room.
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


@functools.lru_cache(maxsize=1)
def _entries(text: str) -> tuple[Entry, ...]:
    """Return the entries of a glossary, which is the same for all pages."""
    return tuple(read_entries(text))


class Terms(Treeprocessor):
    """Links each term to the glossary where a page first uses it."""

    def __init__(self, md: Markdown, page: str, entries: Iterable[Entry]) -> None:
        super().__init__(md)
        self.page = page
        self.entries = tuple(entries)
        folder = posixpath.dirname(page) or "."
        self.glossary = posixpath.relpath(GLOSSARY, folder)  # as seen from the page
        self.left: dict[str, Entry] = {}  # by the words that are still to be found
        self.words = re.compile("")  # matches any of these
        self.found = 0

    def run(self, root: Element) -> None:
        """Put the links into the text of a page."""
        for term in root.iter("dt"):
            term.attrib.pop("data-words", None)
        if self.page and self.page not in (GLOSSARY, "index.md"):
            self.left = {
                word.lower(): entry
                for entry in self.entries
                if entry.chapter != self.page
                for word in entry.words
            }
            self.found = 0
            self._look()
            self._visit(root)

    def _look(self) -> None:
        """Compile what to search for: the words that are left, the longest first."""
        words = sorted(self.left, key=lambda word: (-len(word), word))
        # A line of the source may end within a term.
        patterns = (r"\s+".join(map(re.escape, word.split())) for word in words)
        every = "|".join(patterns) or "(?!)"
        self.words = re.compile(rf"(?<![\w-])(?:{every})(?![\w-])", re.IGNORECASE)

    def _visit(self, parent: Element) -> None:
        """Link the terms in an element and in all below it, in the order of reading."""
        classes = {*parent.get("class", "").split()}
        if parent.tag in SKIPPED or classes & SKIPPED_CLASSES:
            return
        if (parent.text or "").startswith(SEARCHED):
            return
        children = list(parent)
        parent.text = self._linked(parent, 0, parent.text)
        for child in children:
            self._visit(child)
            place = list(parent).index(child) + 1
            child.tail = self._linked(parent, place, child.tail)

    def _linked(self, parent: Element, place: int, text: str | None) -> str | None:
        """Return the text before its first term; put what follows into the parent.

        Args:
            parent: The element that the text is in.
            place: Where among its children the text ends.
            text: Text without markup.
        """
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


class GlossaryExtension(Extension):
    """The extension; see the module."""

    def __init__(self, **settings: object) -> None:
        self.config = {
            "page": ["", "The path of the page below docs/; without it, no links."],
            "text": ["", "The text of the glossary page."],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the links after the text is parsed (20) and its attributes are set (8).

        MkDocs checks links later (0), so it checks these as well.
        """
        terms = Terms(md, self.getConfig("page"), _entries(self.getConfig("text")))
        md.treeprocessors.register(terms, "glossary", 4)
