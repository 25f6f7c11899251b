"""Link the public names in the code of a page to their official documentation.

Pages are marked where the code of a program stands, and linked when all else is done:
what SuperFences and Pygments make of a fence is known only then.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
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

Place = tuple[int, int, str]  # first character, the one after the last, public name


def mark(program: str, cell: str = "") -> str:
    """Return what stands before the code of a cell, or before that of a program."""
    return f"<!--names {escape(program)}:{escape(cell)}-->"


class Links(Postprocessor):
    """Puts links into the code that follows each mark, and removes the marks."""

    def __init__(self, program: Callable[[str], Program | None]) -> None:
        """Take how to find a program by its name."""
        super().__init__()
        self.program = program

    def run(self, text: str) -> str:
        """Return the HTML of a page with links."""
        linked: dict[str, set[str]] = {}
        return MARKED.sub(lambda match: self._linked(match, linked), text)

    def _linked(self, match: re.Match, linked: dict[str, set[str]]) -> str:
        if match["code"] is None:
            return ""
        program = self.program(match["program"])
        if program is None:  # reported by whoever puts the code on the page
            return match["before"] + match["code"]
        cell = program.cell(match["cell"])
        first = cell.first if cell else 1
        seen = linked.setdefault(program.name, set())
        return match["before"] + link(match["code"], program.text, first, seen)


def link(code: str, program: str, first: int = 1, seen: set[str] | None = None) -> str:
    """Return highlighted code with its names linked once; its text stays what it is.

    Args:
        code: HTML as Pygments makes it.
        program: The text of the program that the code is part of.
        first: The line of the program that the code begins with.
        seen: The names that are linked above; those that are linked here are added.
    """
    lines = program.split("\n")[first - 1 :]
    shown = unescape(re.sub(r"<[^>]*>", "", code)).rstrip("\n").split("\n")
    if shown != lines[: len(shown)]:
        return code  # not this code, or with line numbers in it
    starts = [0]
    for line in shown:
        starts.append(starts[-1] + len(line) + 1)
    seen = set() if seen is None else seen
    places: list[Place] = []
    for each in references(program):
        if first <= each.line < first + len(shown) and each.name not in seen:
            seen.add(each.name)  # a link is longer than the name
            start = starts[each.line - first]
            places.append((start + each.start, start + each.end, each.name))
    return "".join(_with_links(code, places))


def _with_links(code: str, places: Iterable[Place]) -> Iterator[str]:
    """Yield the tags and texts of code.

    A link holds its text alone, coloured like its first token: a span for each of its
    tokens would take more room than the link itself.
    """
    left = deque(places)
    position = 0
    for token in TOKEN.finditer(code):
        text = unescape(token["text"] or token["plain"] or "")
        end = position + len(text)
        while left and left[0][1] <= position:
            left.popleft()
        if not (left and text and left[0][0] < end):
            yield token[0]  # no link touches it
            position = end
            continue
        kind, at = token["kind"], position
        for start, stop, name in left:
            if start >= end:
                break
            if start >= position:
                yield _span(text[at - position : start - position], kind)
                yield _opening(name, kind)
                at = start
            yield escape(text[at - position : stop - position], quote=False)
            if stop <= end:
                yield "</a>"
            at = min(stop, end)
        yield _span(text[at - position :], kind)
        position = end


def _span(text: str, kind: str | None) -> str:
    text = escape(text, quote=False)
    return f'<span class="{kind}">{text}</span>' if text and kind else text


def _opening(name: str, kind: str | None) -> str:
    colour = f' class="{kind}"' if kind not in (None, "n") else ""
    title = name.replace("#", ".")
    return f'<a{colour} href="{address(name)}" title="{title}">'
