"""Put links into the code on a page, from public names to their documentation.

A mark in the page says whose code follows it. The links are put in when the HTML of the
page is complete, because SuperFences and Pygments make the HTML of a fence late.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from markdown.postprocessors import Postprocessor

from execdocs.links.public import address
from execdocs.links.resolve import references
from execdocs.model.program import Program

MARKED = re.compile(
    r"<!--names (?P<program>[^:>]+):(?P<cell>[^:>]*)-->"
    r"(?:(?P<before>(?:(?!<!--names).)*?<code[^>]*>)(?P<code>.*?)(?=</code>))?",
    re.DOTALL,
)
TOKEN = re.compile(
    r'<span class="(?P<kind>\w+)">(?P<text>[^<]+)</span>|(?P<plain>[^<]+)|<[^>]*>'
)


@dataclass(frozen=True)
class _Place:
    """Where a link stands in the text of some code, and the public name it leads to."""

    start: int
    stop: int
    name: str


def mark(program: str, cell: str = "") -> str:
    """Return the mark to put before the code of a program, or before one cell of it."""
    return f"<!--names {escape(program)}:{escape(cell)}-->"


class Links(Postprocessor):
    """Put links into the code that follows each mark, and remove the marks."""

    def __init__(self, program: Callable[[str], Program | None]) -> None:
        """Take a function that finds a program by its name."""
        super().__init__()
        self.program = program

    def run(self, text: str) -> str:
        """Return the HTML of a page with links."""
        linked: dict[str, set[str]] = {}
        return MARKED.sub(lambda match: self._linked(match, linked), text)

    def _linked(self, match: re.Match[str], linked: dict[str, set[str]]) -> str:
        before, code = match["before"], match["code"]
        if code is None:
            return ""
        program = self.program(match["program"])
        if program is not None:  # its absence is reported by what includes the code
            cell = program.cell(match["cell"])
            seen = linked.setdefault(program.name, set())
            code = link(code, program.text, cell.first if cell else 1, seen)
        return f"{before}{code}"


def link(code: str, program: str, first: int = 1, seen: set[str] | None = None) -> str:
    """Return highlighted code in which each name is a link where it first stands.

    Args:
        code: HTML as Pygments makes it.
        program: The text of the program that the code is part of.
        first: The line of the program that the code begins with.
        seen: The names that already are links on the page; new ones are added to it.
    """
    lines = program.split("\n")[first - 1 :]
    shown = unescape(re.sub(r"<[^>]*>", "", code)).rstrip("\n").split("\n")
    if shown != lines[: len(shown)]:
        return code  # other code, or this code with line numbers in it
    starts = [0]
    for line in shown:
        starts.append(starts[-1] + len(line) + 1)
    seen = set() if seen is None else seen
    places: list[_Place] = []
    for each in references(program):
        if first <= each.line < first + len(shown) and each.name not in seen:
            seen.add(each.name)
            start = starts[each.line - first]
            places.append(_Place(start + each.start, start + each.end, each.name))
    return "".join(_with_links(code, places))


def _with_links(code: str, places: Iterable[_Place]) -> Iterator[str]:
    """Yield the tags and texts of code, with a link at each place.

    A link has the colour of its first token and no tags in it: a span for each of its
    tokens would be longer than the link itself.
    """
    left = deque(places)
    end = 0
    for token in TOKEN.finditer(code):
        kind, text = token["kind"], unescape(token["text"] or token["plain"] or "")
        begin, end = end, end + len(text)
        if not (left and text and left[0].start < end):
            yield token[0]  # no link touches this token
            continue
        done = begin
        while left and left[0].start < end:
            place = left[0]
            if place.start >= begin:  # else it began in a token before
                yield _span(text[done - begin : place.start - begin], kind)
                yield _opening(place.name, kind)
                done = place.start
            yield escape(text[done - begin : place.stop - begin], quote=False)
            done = min(place.stop, end)
            if place.stop > end:
                break  # it goes on in the next token
            yield "</a>"
            left.popleft()
        yield _span(text[done - begin :], kind)


def _span(text: str, kind: str | None) -> str:
    text = escape(text, quote=False)
    return f'<span class="{kind}">{text}</span>' if text and kind else text


def _opening(name: str, kind: str | None) -> str:
    colour = f' class="{kind}"' if kind not in (None, "n") else ""
    title = name.replace("#", ".")
    return f'<a{colour} href="{address(name)}" title="{title}">'
