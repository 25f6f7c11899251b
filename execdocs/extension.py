"""A Python-Markdown extension that puts each cell's code and output on the page.

It reads records and never runs a program, so every builder that renders with
Python-Markdown can use it. A missing, stale or failed record raises: SuperFences
swallows other exceptions, and builders ignore log messages.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import cast

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from execdocs.build import Build
from execdocs.links.html import Links, mark
from execdocs.model.problem import Problem, Refused
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.pages.fences import Block, fenced, find_blocks
from execdocs.pages.html import (
    addresses_of,
    for_markdown,
    render_failure,
    render_openings,
    render_outputs,
)
from execdocs.pages.page import Shown
from execdocs.pages.placement import Placement


class Outputs(Preprocessor):
    """Replaces each include by its cell, and adds the output below the fence."""

    def __init__(self, md: Markdown, extension: ExecdocsExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with all includes replaced."""
        if self.extension.is_generated:
            return lines
        blocks, faults = find_blocks(lines)
        for fault in faults:
            at = self.extension.at(fault.line)
            self.extension.complain(Problem(at, fault.message))
        made = [(block, self._show(block)) for block in blocks]
        right = [shown for _, shown in made if isinstance(shown, Shown)]
        addresses = addresses_of(right)
        openings = render_openings(right, addresses)
        # From the end, so that the line numbers of what is above stay right.
        for block, shown in reversed(made):
            if isinstance(shown, Shown):
                new = self._program(shown, openings[block], addresses[block])
            else:
                new = self._failure(block, shown)
            lines[block.line - 1 : block.end] = new
        for fault in faults:
            said = render_failure(f"line {fault.line}: {fault.message}")
            lines += ["", self._stash(said, fault.line)]
        return lines

    def _show(self, block: Block) -> Shown | Refused:
        try:
            return self.extension.build.show(block, self.extension.at(block.line))
        except Refused as refused:
            self.extension.complain(*refused.problems)
            return refused

    def _program(self, shown: Shown, opening: str, address: str) -> list[str]:
        block = shown.block
        source = for_markdown(shown.cell.source)
        output = render_outputs(shown, f"{address}-output", self.extension.root)
        return [
            *self._html(block, opening),
            *self._html(block, mark(block.program, block.cell)),
            *fenced(source, block.info, block.indent).split("\n"),
            *self._html(block, output),
            *self._html(block, "</div>"),
        ]

    def _failure(self, block: Block, refused: Refused) -> list[str]:
        """Return the code, as far as it is known, and what is wrong with it."""
        program = self.extension.program(block.program)
        cell = program and program.cell(block.cell)
        source = cell.source if cell else f"{block.program}:{block.cell}"
        said = render_failure("\n".join(map(str, refused.problems)))
        return [
            *fenced(for_markdown(source), block.info, block.indent).split("\n"),
            *self._html(block, said),
        ]

    def _html(self, block: Block, html: str) -> list[str]:
        return ["", block.indent + self._stash(html, block.line), ""]

    def _stash(self, html: str, line: int) -> str:
        placeholder = self.md.htmlStash.store(html)
        self.extension.placed[placeholder] = line
        return placeholder


class ExecdocsExtension(Extension):
    """The extension; see the module.

    A builder that knows says which page it renders: Python-Markdown does not know.
    """

    def __init__(self, **settings: object) -> None:
        self.config = {
            "root": [".", "The folder that holds docs/ and snippets/."],
            "tolerant": [False, "Show what is wrong on the page instead of raising."],
            "build": [None, "What has been read already; else the extension reads it."],
            "place": ["page", "The page's file, as messages name it."],
            "offset": [0, "Lines of front matter above the text."],
            "site_root": [None, "The relative address of the site's root, from there."],
            "is_generated": [False, "It shows no cells; its fences are left alone."],
        }
        super().__init__(**settings)
        self.placed: dict[str, int] = {}  # the line of each placeholder

    @property
    def build(self) -> Build:
        """What the pages are made from."""
        return self.getConfig("build") or read_build(self.getConfig("root"))

    @property
    def root(self) -> str | None:
        """The relative address of the site's root, or None where nobody knows it."""
        return cast("str | None", self.getConfig("site_root"))

    @property
    def is_generated(self) -> bool:
        """Whether the page shows no cells."""
        return bool(self.getConfig("is_generated"))

    def program(self, name: str) -> Program | None:
        """Return a program by its name, or None."""
        return self.build.programs.get(name)

    def at(self, line: int) -> str:
        """Return `file:line` for a line of the text."""
        return f"{self.getConfig('place')}:{line + self.getConfig('offset')}"

    def complain(self, *problems: Problem) -> None:
        """Raise problems, unless they are to be shown on the page."""
        if not self.getConfig("tolerant"):
            raise Refused(*problems)

    def _misplaced(self, line: int) -> None:
        message = (
            "the fence became part of an indented code block; indent it like the text "
            "around it, by a multiple of 4 spaces in lists and admonitions"
        )
        self.complain(Problem(self.at(line), message))

    def setConfig(self, key: str, value: object) -> None:
        """Take a setting as it is; Markdown would read some values as true or false."""
        self.config[key][0] = value

    def reset(self) -> None:
        """Forget the last page."""
        self.placed.clear()

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the processors in their places."""
        md.registerExtension(self)
        # After whitespace is normalized (30), before SuperFences reads fences (25).
        md.preprocessors.register(Outputs(md, self), "execdocs", 29)
        # Before indented code is highlighted (30).
        md.treeprocessors.register(
            Placement(md, self.placed, self._misplaced), "execdocs", 31
        )
        # After stashed HTML is back in its place (30).
        md.postprocessors.register(Links(self.program), "execdocs", 29)


def read_build(root: str) -> Build:
    """Return what a project's pages are made from, for a builder that has not read it.

    It is read again when a file has changed: builders of other makes render each page
    with an extension of its own.
    """
    project = Project(Path(root).resolve())
    watched = (project.snippets, project.docs, project.records)
    state = [
        (str(path), path.stat().st_mtime_ns)
        for folder in watched
        for path in sorted(folder.rglob("*"))
    ]
    return _read_build(project, tuple(state))


@functools.lru_cache(maxsize=1)
def _read_build(project: Project, state: tuple[tuple[str, int], ...]) -> Build:
    return Build.load(project, retry=False)


def makeExtension(**settings: object) -> ExecdocsExtension:
    """Return the extension; Python-Markdown calls this by name."""
    return ExecdocsExtension(**settings)
