"""Read a page as its reader does: prose in plain Markdown, and the blocks, in order.

Tabs, admonitions and attributes are syntax of the site's builder. Other readers of
Markdown do not know it, so a tab becomes its label in bold, an admonition a quotation.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils.meta import get_data

from execdocs.model.backend import BACKENDS
from execdocs.model.problem import Problem
from execdocs.model.program import Cell, Program
from execdocs.model.project import Project, read_text
from execdocs.pages.audit import outputs_of, resolve
from execdocs.pages.fences import OPENING, Block, find_blocks

CONTAINER = re.compile(
    r"^(?P<indent> *)(?:(?P<tab>===[!+]*)|(?:!!!|\?\?\?\+?) *(?P<type>[\w -]*?)) *"
    r'(?:"(?P<title>[^"]*)")? *$'
)
ATTRIBUTES = re.compile(r"\s*\{:? ?[.#][^}]*\}\s*$")
HTML = re.compile(r"^\s*</?[a-z].*>\s*$")  # a line of nothing else
TITLES = {backend.title for backend in BACKENDS.values()}


@dataclass(frozen=True)
class Shown:
    """A block of a page, with the cell that it shows."""

    block: Block
    program: Program
    cell: Cell

    def outputs(self, project: Project) -> dict[str, list[dict]]:
        """Return its outputs by backend; none where the page says what is wrong."""
        try:
            return outputs_of(project, self.program, self.cell)
        except Problem:
            return {}


@dataclass(frozen=True)
class Page:
    """A page's own words about itself, and what stands on it in reading order."""

    title: str
    description: str
    parts: tuple[str | Shown, ...]


@dataclass(frozen=True)
class _Container:
    indent: int  # of what stands in it
    quote: str = ""  # what each of its lines begins with
    dropped: bool = False


def read_page(project: Project, path: Path, only: str | None = None) -> Page:
    """Return a page of the site.

    Args:
        project: The site.
        path: The page's file.
        only: A backend; where there are tabs for backends, the others' are left out.
    """
    place = path.relative_to(project.root).as_posix()
    text, meta = get_data(read_text(path, place))
    lines = text.expandtabs(4).split("\n")
    title = next((line[2:] for line in lines if line.startswith("# ")), path.stem)
    parts = tuple(_parts(project, lines, only and BACKENDS[only].title))
    return Page(title.strip(), str(meta.get("description", "")), parts)


def _parts(
    project: Project, lines: list[str], only: str | None
) -> Iterator[str | Shown]:
    blocks = {block.line: block for block in find_blocks(lines)[0]}
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
        dropped = any(container.dropped for container in inside)
        block = blocks.get(number)
        if block is not None:
            position = block.end
        if dropped:
            continue
        if block is not None and not block.is_illustration:
            with contextlib.suppress(Problem):
                shown = Shown(block, *resolve(project, block))
                yield from _flushed(text)
                yield shown
            continue
        if block is not None:
            opening = f"{block.indent}{block.fence}{block.info}"
            body = [opening, *lines[number : block.end]]
            text += [_plain(each, inside) for each in body]
            continue
        if fence is None and (container := CONTAINER.match(line)):
            beside = tabs.get(number, ())
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


def _tabs(lines: list[str]) -> dict[int, set[str]]:
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
        if is_tab:
            beside[number] = open_sets.setdefault(indent, set())
            beside[number].add(tab["title"] or "")
    return beside


def _opened(
    container: re.Match, inside: list[_Container], only: str | None
) -> Iterator[str]:
    """Go into a tab or an admonition; yield the line that introduces it."""
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


def _plain(line: str, inside: list[_Container]) -> str:
    depth = inside[-1].indent if inside else 0
    quotes = "".join(container.quote for container in inside)
    return (quotes + line[depth:]).rstrip()


def _flushed(text: list[str]) -> Iterator[str]:
    """Yield the text that was gathered, unless it is blank, and forget it."""
    gathered = re.sub(r"\n{3,}", "\n\n", "\n".join(text)).strip("\n")
    if gathered.strip(" >\n"):
        yield gathered
    text.clear()
