"""Find outputs that a wrong indentation has made part of a code block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor


class Placement(Treeprocessor):
    """Looks for placeholders of stashed HTML where they would be shown as code."""

    def __init__(
        self,
        md: Markdown,
        placed: Mapping[str, int],
        misplaced: Callable[[int], None],
    ) -> None:
        """Take the line of each placeholder, and who is told of a misplaced one."""
        super().__init__(md)
        self.placed = placed
        self.misplaced = misplaced

    def run(self, root: Element) -> None:
        """Look through the page."""
        for code in root.iter("code"):
            text = "".join(code.itertext())
            for placeholder, line in self.placed.items():
                if placeholder in text:
                    code.text = ""
                    self.misplaced(line)
