"""Find the Python fences of a page, and what is wrong with them; write new ones.

A fence that shows a cell has one form: three backticks or more, `python`, options, and
one include. Other forms are refused, and the message says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pygments.lexers.python import Python2Lexer, PythonConsoleLexer, PythonLexer

LANGUAGES = {
    alias
    for lexer in (PythonLexer, Python2Lexer, PythonConsoleLexer)
    for alias in lexer.aliases
} | {"ipython", "ipython3"}

OPENING = re.compile(r"^(?P<indent>[ >]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
STRAY = re.compile(r"(?:`{3,}|~{3,})[ \t]*\{?[ .]*(?P<language>[\w-]+)")
INCLUDE = re.compile(r"^[ >]*-+8<-+")
TARGET = re.compile(r"^-+8<-+ +([\"'])(?P<program>[^\"':]+):(?P<cell>[^\"':]*)\1 *$")
LANGUAGE = re.compile(
    r"^[ \t]*(?P<braces>\{[^}]*?\.(?P<braced>[\w#+-]+)|\.?(?P<bare>[\w#+-]*))"
)
ALT = re.compile(r"""[ \t]+alt=(["'])(.*?)\1""")
LINE_NUMBERS = re.compile(r"\blinenums\b")
MARKED = re.compile(r"""\bhl_lines=(["'])([\d\s-]*)\1""")


@dataclass(frozen=True)
class Block:
    """A Python fence of a page, and the cell that it includes."""

    line: int  # of the opening fence, from 1
    end: int  # of the closing fence
    indent: str  # spaces
    info: str  # what follows the backticks, without the options of ours
    program: str
    cell: str
    alts: tuple[str, ...] = ()  # descriptions of the figures, in their order

    @property
    def last_marked(self) -> int:
        """The last line of the cell that is marked, from 1; 0 if there is none."""
        marked = MARKED.search(self.info)
        return max(map(int, re.findall(r"\d+", marked[2] if marked else "")), default=0)


@dataclass(frozen=True)
class Fault:
    """What is wrong at a line of a page."""

    line: int  # from 1
    message: str


def find_blocks(lines: Sequence[str]) -> tuple[list[Block], list[Fault]]:
    """Return the Python fences of a page, and what is wrong with others."""
    blocks: list[Block] = []
    faults: list[Fault] = []
    position = 0
    while position < len(lines):
        line, number = lines[position], position + 1
        position += 1
        opening = OPENING.match(line)
        if opening is None:
            if INCLUDE.match(line):
                faults.append(
                    Fault(number, "an include outside a fence; put it in one")
                )
            elif (stray := STRAY.search(line)) and _is_python(stray["language"]):
                message = "the fence does not begin its line; put it on its own"
                faults.append(Fault(number, message))
            continue
        end = _closing(lines, position, opening["fence"])
        if end is None:
            message = f"the fence is never closed; add `{opening['fence']}`"
            faults.append(Fault(number, message))
            break
        found = _block(number, opening, lines[position:end])
        if isinstance(found, Block):
            blocks.append(found)
        elif found is not None:
            faults.append(Fault(number, found))
        position = end + 1
    return blocks, faults


def _closing(lines: Sequence[str], start: int, fence: str) -> int | None:
    closing = re.compile(rf"^[ >]*{fence}[ \t]*$")
    for position in range(start, len(lines)):
        if closing.match(lines[position]):
            return position
    return None


def _block(
    number: int, opening: re.Match[str], body: Sequence[str]
) -> Block | str | None:
    """Return a Python fence, or what is wrong with it; None for other languages."""
    info, indent = opening["info"], opening["indent"]
    includes = any(INCLUDE.match(line) for line in body)
    language = LANGUAGE.match(info)
    if language is None or not _is_python(language["braced"] or language["bare"]):
        if includes:
            return "an include in a fence that is not `python`; make it one"
        return None
    if not includes:
        return (
            'Python that is not run; include a cell with `--8<-- "program.py:cell"`, '
            "or call the fence `text` if it is no program"
        )
    if fault := _form(opening, language):
        return fault
    content = [line for line in body if line.strip()]
    if len(content) > 1:
        return "an include beside other lines; give each include its own fence"
    if not content[0].startswith(indent + "-"):
        return (
            "the include is not indented like its fence; indent both by "
            f"{len(indent)} characters"
        )
    target = TARGET.match(content[0].removeprefix(indent))
    if target is None:
        return f'`{content[0].strip()}`: write `--8<-- "program.py:cell"`'
    alts = tuple(match[2] for match in ALT.finditer(info) if match[2].strip())
    return Block(
        line=number,
        end=number + len(body) + 1,
        indent=indent,
        info=ALT.sub("", info),
        program=target["program"],
        cell=target["cell"],
        alts=alts,
    )


def _form(opening: re.Match[str], language: re.Match[str]) -> str | None:
    """Return what is wrong with the form of a fence that shows a cell, or None."""
    if ">" in opening["indent"]:
        return "a program in a quotation; put it into an admonition, or outside"
    if opening["fence"].startswith("~"):
        return "a fence of tildes; write three backticks"
    if language["braced"]:
        return "a fence with braces; write ```python, and the options after it"
    if LINE_NUMBERS.search(opening["info"]):
        return "`linenums` is not supported; delete it, and mark lines by `hl_lines`"
    return None


def _is_python(language: str | None) -> bool:
    return (language or "").lower() in LANGUAGES


def fenced(text: str, info: str = "", indent: str = "") -> str:
    """Return a fence that nothing in its text can close.

    Args:
        text: What stands in it.
        info: What follows the opening backticks.
        indent: What each line begins with.
    """
    longest = max([2, *map(len, re.findall(r"`+", text))])
    fence = "`" * (longest + 1)
    lines = text.removesuffix("\n").split("\n") if text else []
    return "\n".join(
        indent + line if line else "" for line in [fence + info, *lines, fence]
    )
