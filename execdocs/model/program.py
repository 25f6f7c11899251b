"""A program and its cells, as data."""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cell:
    """A named part of a program, from one `# %%` line to the next."""

    name: str
    marker: int  # line of the `# %%`, from 1
    first: int  # first and last line of the code
    last: int
    source: str
    timeout: float = 60.0  # seconds
    raises: str | None = None  # class name of the exception that ends the program
    warns: tuple[str, ...] = ()  # class names of the warnings that must come
    hidden: bool = False


@dataclass(frozen=True)
class Program:
    """A script that a page shows and a reader copies."""

    name: str  # as pages name it: `layers/linear.py`
    place: str  # as messages name it: `snippets/layers/linear.py`
    path: Path
    text: str
    title: str  # its docstring
    cells: tuple[Cell, ...]
    backends: tuple[str, ...]

    def cell(self, name: str) -> Cell | None:
        """Return the cell of that name, or None."""
        return next((cell for cell in self.cells if cell.name == name), None)

    @property
    def length(self) -> tuple[float, int]:
        """Used to start long programs first.

        Durations are not known before the first run, so the time limit and then the
        length of the source stand for them.
        """
        return max(cell.timeout for cell in self.cells), len(self.text)

    def through(self, cell: Cell) -> str:
        """Return what a reader copies: the text from the first line through `cell`."""
        lines = self.text.split("\n")
        return "\n".join(lines[: cell.last]) + "\n"

    @functools.cached_property
    def imports(self) -> frozenset[str]:
        """The modules that the program imports."""
        return imported_modules(self.text)


def first_line(node: ast.stmt) -> int:
    """Return the line that a statement begins at, its decorators included."""
    decorators = getattr(node, "decorator_list", [])
    lines: list[int] = [decorator.lineno for decorator in decorators]
    return min([node.lineno, *lines])


def imported_modules(text: str) -> frozenset[str]:
    """Return the dotted names of the modules that Python code imports."""
    found: set[str] = set()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return frozenset()  # the program reads it as data, or the next run reports it
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return frozenset(found)
