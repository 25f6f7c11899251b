"""Find the Python fences of a page and what is wrong with them; write new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pygments.lexers.python import Python2Lexer, PythonConsoleLexer, PythonLexer

from execdocs.model.problem import Problem
from execdocs.model.project import Project

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
    r"^[ \t]*(?:\{[^}]*?\.(?P<braced>[\w#+-]+)|\.?(?P<bare>[\w#+-]*))"
)
ALT = re.compile(r"""[ \t]+alt=(["'])(.*?)\1""")
ITEM = re.compile(r"\d+\.\s")  # of a list
ILLUSTRATION = re.compile(r"(?<=[ \t])illustration\b")


@dataclass(frozen=True)
class Block:
    """A Python fence of a page: the cell it includes, or an illustration."""

    line: int  # of the opening fence, from 1
    end: int  # of the closing fence
    indent: str  # spaces, and `>` where quoted
    fence: str
    info: str  # what follows the fence's ticks, without the options of ours
    program: str = ""
    cell: str = ""
    alts: tuple[str, ...] = ()  # descriptions of the figures, in their order

    @property
    def is_illustration(self) -> bool:
        """Whether the block is shown only, and never run."""
        return not self.program


def find_blocks(lines: Sequence[str]) -> tuple[list[Block], list[tuple[int, str]]]:
    """Return a page's Python fences, and pairs of line and what is wrong there."""
    blocks: list[Block] = []
    problems: list[tuple[int, str]] = []
    position = 0
    while position < len(lines):
        line, number = lines[position], position + 1
        position += 1
        opening = OPENING.match(line)
        if opening is None:
            if INCLUDE.match(line):
                problems.append((number, "an include outside a fence; put it in one"))
            elif (found := STRAY.search(line)) and _is_python(found["language"]):
                problems.append(
                    (number, "the fence does not begin its line; put it on its own")
                )
            continue
        end = _closing(lines, position, opening)
        if end is None:
            problems.append(
                (number, f"the fence is never closed; add `{opening['fence']}`")
            )
            break
        try:
            block = _block(number, opening, lines[position:end])
            if block is not None:
                blocks.append(block)
        except Problem as problem:
            problems.append((number, problem.message))
        position = end + 1
    return blocks, problems


def _closing(lines: Sequence[str], start: int, opening: re.Match) -> int | None:
    closing = re.compile(rf"^[ >]*{opening['fence']}[ \t]*$")
    for position in range(start, len(lines)):
        if closing.match(lines[position]):
            return position
    return None


def _block(number: int, opening: re.Match, body: Sequence[str]) -> Block | None:
    """Return a Python fence, or None for a fence in another language."""
    info, indent, fence = opening["info"], opening["indent"], opening["fence"]
    includes = any(INCLUDE.match(line) for line in body)
    language = LANGUAGE.match(info)
    if not _is_python(language["braced"] or language["bare"]):
        if includes:
            raise Problem("an include in a fence that is not `python`; make it one")
        return None
    end = number + len(body) + 1
    if ILLUSTRATION.search(info) and not includes:
        info = ILLUSTRATION.sub("", info).rstrip()
        return Block(number, end, indent, fence, info)
    if not includes:
        raise Problem(
            'Python that is not run; include a cell with `--8<-- "program.py:cell"`, '
            "or mark the fence: ```python illustration"
        )
    content = [line for line in body if line.strip(" >")]
    if len(content) > 1:
        raise Problem("an include beside other lines; give each include its own fence")
    if not content[0].startswith(indent + "-"):
        raise Problem(
            "the include is not indented like its fence; indent both by "
            f"{len(indent)} characters"
        )
    target = TARGET.match(content[0].removeprefix(indent))
    if target is None:
        raise Problem(f'`{content[0].strip()}`: write `--8<-- "program.py:cell"`')
    alts = tuple(match[2] for match in ALT.finditer(info) if match[2].strip())
    info = ALT.sub("", info)
    return Block(
        number, end, indent, fence, info, target["program"], target["cell"], alts
    )


def _is_python(language: str) -> bool:
    return language.lower() in LANGUAGES


def end_of_annotations(lines: Sequence[str], block: Block) -> int:
    """Return where a fence's annotations end; their list stays next to the fence."""
    end = position = block.end
    while position < len(lines):
        blank = lines[position].strip() == block.indent.strip()
        text = "" if blank else lines[position].removeprefix(block.indent)
        begun = end > block.end
        if text.strip() and not (ITEM.match(text) or (begun and text[:4] == "    ")):
            break
        position += 1
        if text.strip():
            end = position
    return end


def pages(project: Project) -> Iterator[Path]:
    """Yield the paths of all pages, sorted."""
    yield from sorted(project.docs.rglob("*.md"))


def fence_of(block: Block, info: str, body: Sequence[str]) -> list[str]:
    """Return a fence that nothing in its body can close."""
    runs = re.findall(r"`{3,}|~{3,}", "\n".join(body))
    fence = block.fence[0] * max(len(block.fence), *(len(run) + 1 for run in runs), 3)
    lines = [fence + info, *body, fence]
    return [(block.indent + line).rstrip() for line in lines]
