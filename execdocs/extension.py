"""A Python-Markdown extension that puts each cell's code and output on the page.

It reads records and never runs a program, so every builder that renders with
Python-Markdown can use it. A missing, stale or failed record raises: SuperFences
swallows other exceptions, and builders ignore log messages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from execdocs.compose import Composed, compose, resolve
from execdocs.problem import Problem
from execdocs.project import Project
from execdocs.render import render_failure
from execdocs.scan import Block, find_blocks

ANNOTATION = re.compile(r"#\s*\(\d+\)!?")
ITEM = re.compile(r"\d+\.\s")


@dataclass
class Page:
    """Where the text that is being rendered comes from."""

    place: str = "page"
    offset: int = 0  # lines of front matter above the text

    def at(self, line: int) -> str:
        """Return `file:line` for a line of the text."""
        return f"{self.place}:{line + self.offset}"


# A builder tells which page it renders; Python-Markdown itself does not know.
current_page = Page()


class Outputs(Preprocessor):
    """Replaces each include by its cell, and adds the output below the fence."""

    def __init__(self, md: Markdown, extension: ExecdocsExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with all includes replaced."""
        blocks, problems = find_blocks(lines)
        for line, message in problems:
            self.extension.complain(Problem(f"{current_page.at(line)}: {message}"))
        # From the end, so that the line numbers of what is above stay right.
        for block in reversed(blocks):
            end = block.end
            if block.is_illustration:
                body = lines[block.line : block.end - 1]
                new = self._illustration(block, body)
            else:
                composed = self._compose(block)
                if ANNOTATION.search(composed.source):
                    end = _end_of_list(lines, block)
                new = self._include(block, composed, lines[block.end : end])
            lines[block.line - 1 : end] = new
        for line, message in problems:
            lines += ["", self._stash(render_failure(f"line {line}: {message}"), line)]
        return lines

    def _compose(self, block: Block) -> Composed:
        try:
            return compose(self.extension.project, block)
        except Problem as problem:
            place = current_page.at(block.line)
            self.extension.complain(Problem(f"{place} → {problem.message}"))
            try:
                program, cell = resolve(self.extension.project, block)
                source, copied = cell.source, program.through(cell)
            except Problem:
                source = copied = f"{block.program}:{block.cell}"
            return Composed(source, copied, render_failure(problem.message))

    def _include(
        self, block: Block, composed: Composed, annotations: Sequence[str]
    ) -> list[str]:
        # Control characters that Python-Markdown takes for its own must not reach it.
        copied = escape(composed.copied).replace("\2", "&#2;").replace("\3", "&#3;")
        source = composed.source.replace("\2", "").replace("\3", "")
        return [
            *self._html(block, f'<div class="program" data-copy="{copied}">'),
            *_fence(block, block.info, source.split("\n")),
            *annotations,
            *self._html(block, composed.output),
            *self._html(block, "</div>"),
        ]

    def _illustration(self, block: Block, body: Sequence[str]) -> list[str]:
        caption = '<p class="illustration">Illustration: this code is not run.</p>'
        body = [line.removeprefix(block.indent) for line in body]
        return [*_fence(block, block.info, body), *self._html(block, caption)]

    def _html(self, block: Block, html: str) -> list[str]:
        blank = block.indent.rstrip()
        return [blank, block.indent + self._stash(html, block.line), blank]

    def _stash(self, html: str, line: int) -> str:
        placeholder = self.md.htmlStash.store(html)
        self.extension.placed[placeholder] = line
        return placeholder


class Placement(Treeprocessor):
    """Finds outputs that a wrong indentation has made part of a code block."""

    def __init__(self, md: Markdown, extension: ExecdocsExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Look for placeholders in code."""
        for code in root.iter("code"):
            for placeholder, line in self.extension.placed.items():
                if placeholder in "".join(code.itertext()):
                    code.text = ""
                    self.extension.complain(
                        Problem(
                            f"{current_page.at(line)}: the fence became part of an "
                            "indented code block; indent it like the text around it, "
                            "by a multiple of 4 spaces in lists and admonitions"
                        )
                    )


class ExecdocsExtension(Extension):
    """The extension; see the module."""

    def __init__(self, **settings: object) -> None:
        self.config = {
            "root": [".", "The folder that holds docs/ and snippets/."],
            "tolerant": [False, "Show what is wrong on the page instead of raising."],
        }
        super().__init__(**settings)
        self.placed: dict[str, int] = {}

    @property
    def project(self) -> Project:
        """The site that the pages are part of."""
        return Project(Path(self.getConfig("root")).resolve())

    def complain(self, problem: Problem) -> None:
        """Raise a problem, unless problems are to be shown on the page."""
        if not self.getConfig("tolerant"):
            raise problem

    def reset(self) -> None:
        """Forget the last page."""
        self.placed.clear()

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the processors in their places."""
        md.registerExtension(self)
        # After whitespace is normalized (30), before SuperFences reads fences (25).
        md.preprocessors.register(Outputs(md, self), "execdocs", 29)
        # Before indented code is highlighted (30).
        md.treeprocessors.register(Placement(md, self), "execdocs", 31)


def _fence(block: Block, info: str, body: Sequence[str]) -> list[str]:
    """Return a fence that nothing in its body can close."""
    runs = re.findall(r"`{3,}|~{3,}", "\n".join(body))
    fence = block.fence[0] * max(len(block.fence), *(len(run) + 1 for run in runs), 3)
    lines = [fence + info, *body, fence]
    return [(block.indent + line).rstrip() for line in lines]


def _end_of_list(lines: Sequence[str], block: Block) -> int:
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


def makeExtension(**settings: object) -> ExecdocsExtension:
    """Return the extension; Python-Markdown calls this by name."""
    return ExecdocsExtension(**settings)
