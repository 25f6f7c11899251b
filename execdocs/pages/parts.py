"""A page as its reader reads it: prose in plain Markdown, and the cells it shows.

Tabs, admonitions and attributes are syntax of the site's builder. Other readers of
Markdown do not know it, so a tab becomes its label in bold, an admonition a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from execdocs.model.backend import BACKENDS
from execdocs.pages.fences import OPENING, Block
from execdocs.pages.page import Page, Shown

CONTAINER = re.compile(
    r"^(?P<indent> *)(?:(?P<tab>===[!+]*)|(?:!!!|\?\?\?\+?) *(?P<type>[\w -]*?)) *"
    r'(?:"(?P<title>[^"]*)")? *$'
)
ATTRIBUTES = re.compile(r"\s*\{:? ?[.#][^}]*\}\s*$")
HTML = re.compile(r"^\s*</?[a-z].*>\s*$")  # a line of nothing else
TITLES = {backend.title for backend in BACKENDS.values()}

Part = str | Shown


@dataclass(frozen=True)
class _Container:
    indent: int  # of what stands in it
    quote: str = ""  # what each of its lines begins with
    dropped: bool = False


def read_parts(
    page: Page, shown: Mapping[Block, Shown], only: str | None = None
) -> tuple[Part, ...]:
    """Return the prose of a page and the cells that it shows, in reading order.

    Args:
        page: The page.
        shown: What its blocks show; the others are left out.
        only: A backend; where there are tabs for backends, the others' are left out.
    """
    return tuple(_parts(page, shown, BACKENDS[only].title if only else None))


def _parts(
    page: Page, shown: Mapping[Block, Shown], only: str | None
) -> Iterator[Part]:
    lines = page.lines
    blocks = {block.line: block for block in page.blocks}
    tabs = _tabs(lines)
    text: list[str] = []
    inside: list[_Container] = []
    fence = None  # that of a code block in another language
    position = 0
    while position < len(lines):
        line, number = lines[position], position + 1
        position += 1
        indent = len(line) - len(line.lstrip(" "))
        while line.strip() and inside and indent < inside[-1].indent:
            _close(inside.pop(), text)
        block = blocks.get(number)
        if block is not None:
            position = block.end
        if any(container.dropped for container in inside):
            continue
        if block is not None:
            if block in shown:
                yield from _flushed(text)
                yield shown[block]
            continue
        if fence is None and (container := CONTAINER.match(line)):
            beside = tabs.get(number, set())
            text += _opened(container, inside, only if only in beside else None)
            continue
        opening = OPENING.match(line)
        if opening and fence in (None, opening["fence"]):
            fence = None if fence else opening["fence"]
        elif fence is None and HTML.match(line):
            continue
        elif fence is None:
            line = ATTRIBUTES.sub("", line)
        text.append(_plain(line, inside))
    yield from _flushed(text)


def _tabs(lines: Sequence[str]) -> dict[int, set[str]]:
    """Return the titles of a tab and of those beside it, by the line of each."""
    beside: dict[int, set[str]] = {}
    open_sets: dict[int, set[str]] = {}  # by their indentation
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        tab = CONTAINER.match(line)
        is_tab = tab is not None and tab["tab"] is not None
        ended = [each for each in open_sets if each > indent - (not is_tab)]
        for each in ended:
            del open_sets[each]
        if tab is not None and is_tab:
            beside[number] = open_sets.setdefault(indent, set())
            beside[number].add(tab["title"] or "")
    return beside


def _opened(
    container: re.Match[str], inside: list[_Container], only: str | None
) -> Iterator[str]:
    """Enter a tab or an admonition; yield the line that introduces it."""
    indent, title = len(container["indent"]) + 4, container["title"] or ""
    if container["tab"] and only and title in TITLES:
        inside.append(_Container(indent, dropped=title != only))
        return
    if container["tab"]:
        yield _plain(f"{container['indent']}**{title}**", inside)
        inside.append(_Container(indent))
        return
    title = title or container["type"].split()[0].capitalize()
    inside.append(_Container(indent, quote="> "))
    yield _plain(f"{' ' * indent}**{title}**", inside)


def _close(container: _Container, text: list[str]) -> None:
    """End a quotation where its text ends."""
    while container.quote and text and not text[-1].strip(" >"):
        text.pop()
    text.append("")


def _plain(line: str, inside: Sequence[_Container]) -> str:
    depth = inside[-1].indent if inside else 0
    quotes = "".join(container.quote for container in inside)
    return (quotes + line[depth:]).rstrip()


def _flushed(text: list[str]) -> Iterator[str]:
    """Yield the text that was gathered, unless it is blank, and forget it."""
    gathered = re.sub(r"\n{3,}", "\n\n", "\n".join(text)).strip("\n")
    if gathered.strip(" >\n"):
        yield gathered
    text.clear()
