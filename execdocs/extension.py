"""A Python-Markdown extension that puts each cell's code and output on the page.

It reads records and never runs a program, so every builder that renders with
Python-Markdown can use it. A missing, stale or failed record raises: SuperFences
swallows other exceptions, and builders ignore log messages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from execdocs.links.html import Links, mark
from execdocs.model.problem import Problem
from execdocs.model.project import Project
from execdocs.pages.audit import Composed, compose, resolve
from execdocs.pages.fences import Block, end_of_annotations, fence_of, find_blocks
from execdocs.pages.html import for_markdown, render_failure, render_opening

ANNOTATION = re.compile(r"#\s*\(\d+\)!?")


@dataclass
class Page:
    """Where the text that is being rendered comes from."""

    place: str = "page"
    offset: int = 0  # lines of front matter above the text
    root: str | None = None  # the relative address of the site's root
    is_generated: bool = False  # it shows no cells; its fences are left alone

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
        if current_page.is_generated:
            return lines
        blocks, problems = find_blocks(lines)
        for line, message in problems:
            self.extension.complain(Problem(f"{current_page.at(line)}: {message}"))
        made = [(block, self._compose(block)) for block in blocks]
        openings = _openings(made)
        # From the end, so that the line numbers of what is above stay right.
        for (block, composed), opening in reversed([*zip(made, openings, strict=True)]):
            end = block.end
            if composed is None:
                body = lines[block.line : block.end - 1]
                new = self._illustration(block, body)
            else:
                if ANNOTATION.search(composed.source):
                    end = end_of_annotations(lines, block)
                annotations = lines[block.end : end]
                new = self._include(block, composed, opening, annotations)
            lines[block.line - 1 : end] = new
        for line, message in problems:
            lines += ["", self._stash(render_failure(f"line {line}: {message}"), line)]
        return lines

    def _compose(self, block: Block) -> Composed | None:
        """Return what stands on the page for a block; None for an illustration."""
        if block.is_illustration:
            return None
        try:
            return compose(self.extension.project, block, current_page.root)
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
        self, block: Block, composed: Composed, opening: str, annotations: Sequence[str]
    ) -> list[str]:
        return [
            *self._html(block, opening),
            *self._html(block, mark(block.program, block.cell)),
            *fence_of(block, block.info, for_markdown(composed.source).split("\n")),
            *annotations,
            *self._html(block, composed.output),
            *self._html(block, "</div>"),
        ]

    def _illustration(self, block: Block, body: Sequence[str]) -> list[str]:
        caption = '<p class="illustration">Illustration: this code is not run.</p>'
        body = [line.removeprefix(block.indent) for line in body]
        return [*fence_of(block, block.info, body), *self._html(block, caption)]

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
        # After stashed HTML is back in its place (30).
        md.postprocessors.register(Links(self.project), "execdocs", 29)


def _openings(made: Sequence[tuple[Block, Composed | None]]) -> list[str]:
    """Return the tag that each block begins with; see `render_opening`."""
    openings, above = [], {}
    for block, composed in made:
        if composed is None:
            openings.append("")
            continue
        name, copied = block.program, composed.copied
        before = above.get(name, "")
        openings.append(render_opening(name, composed.source, copied, before))
        above[name] = copied
    return openings


def makeExtension(**settings: object) -> ExecdocsExtension:
    """Return the extension; Python-Markdown calls this by name."""
    return ExecdocsExtension(**settings)
