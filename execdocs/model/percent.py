"""Read a program: a script in percent format, cut into named cells."""

from __future__ import annotations

import ast
import os
import re
import sys
import warnings
from pathlib import Path
from typing import Any

from execdocs.model.backend import BACKENDS, BY_DEFAULT, installed
from execdocs.model.problem import Refused, nearest
from execdocs.model.program import Cell, Program, first_line
from execdocs.model.project import Project, read_text

MARKER = "# %%"
NAME = re.compile(r"[a-z][a-z0-9_-]{0,63}")  # of a cell id in a notebook
BACKENDS_COMMENT = re.compile(r"^# backends:(?P<names>.*)$", re.MULTILINE)
OPTIONS = ("timeout", "raises", "warns", "hidden")


def program_names(project: Project) -> list[str]:
    """Return the names of all programs, sorted."""
    paths = project.snippets.rglob("*.py")
    return sorted(path.relative_to(project.snippets).as_posix() for path in paths)


def read_program(project: Project, name: str, known: Program | None = None) -> Program:
    """Read and check one program; return the known one if its text is the same.

    Raises:
        Refused: It is missing or breaks a rule; the message names file and line.
    """
    path = Path(os.path.normpath(project.snippets / name))
    inside = path.is_relative_to(project.snippets)
    place = f"snippets/{name}"
    if not (inside and path.suffix == ".py" and path.is_file()):
        hint = nearest(name, program_names(project))
        raise Refused.at(place, f"no such program; {hint}")
    if path.stem in sys.stdlib_module_names:
        raise Refused.at(
            place,
            f"Python has a module `{path.stem}` of its own, which programs "
            "in this folder could not import any more; rename the file",
        )
    text = read_text(path, place)
    if known is not None and known.text == text:
        return known
    return _parse(path, name, place, text)


def _parse(path: Path, name: str, place: str, text: str) -> Program:
    try:
        with warnings.catch_warnings(action="ignore"):
            # Not ast.parse: `return` outside a function is found by compile alone.
            compile(text, str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        message = getattr(error, "msg", None) or error
        raise Refused.at(
            f"{place}:{line}", f"{type(error).__name__}: {message}"
        ) from None

    cells = _cells(text, place)
    tree = ast.parse(text)
    _check_borders(tree, cells, place)
    return Program(
        name=name,
        place=place,
        path=path,
        text=text,
        title=(ast.get_docstring(tree) or name).strip(),
        cells=cells,
        backends=_backends(text, place),
    )


def _cells(text: str, place: str) -> tuple[Cell, ...]:
    lines = text.split("\n")  # as Python counts: other separators are no lines
    markers = [n for n, line in enumerate(lines, 1) if line.startswith(MARKER)]
    if not markers:
        raise Refused.at(
            f"{place}:1", "no cell; start one with a line `# %% name` before the code"
        )
    cells: dict[str, Cell] = {}
    for marker, end in zip(markers, [*markers[1:], len(lines) + 1], strict=True):
        rest = lines[marker - 1].removeprefix(MARKER)
        name, options = _options(rest, f"{place}:{marker}")
        if name in cells:
            raise Refused.at(
                f"{place}:{marker}",
                f"a second cell `{name}`, the first is at line "
                f"{cells[name].marker}; give each cell its own name",
            )
        numbers = [n for n in range(marker + 1, end) if lines[n - 1].strip()]
        if not numbers:
            raise Refused.at(f"{place}:{marker}", f"cell `{name}` is empty; delete it")
        first, last = numbers[0], numbers[-1]
        source = "\n".join(lines[first - 1 : last])
        cells[name] = Cell(name, marker, first, last, source, **options)
    for cell in list(cells.values())[:-1]:
        if cell.raises:
            raise Refused.at(
                f"{place}:{cell.marker}",
                "only the last cell may declare `raises`; "
                "a program ends at its exception, so cut the program here",
            )
    return tuple(cells.values())


def _options(rest: str, where: str) -> tuple[str, dict[str, Any]]:
    """Split what follows `# %%` into the cell's name and its options."""
    name, *words = rest.split() or [""]
    if not NAME.fullmatch(name):
        raise Refused.at(
            where,
            f"`{name}` cannot name a cell; write `# %% name`, "
            "at most 64 lower-case letters, digits, - and _",
        )
    options: dict[str, Any] = {}
    for word in words:
        key, _, value = word.partition("=")
        if key not in OPTIONS:
            raise Refused.at(where, f"unknown option `{key}`; {nearest(key, OPTIONS)}")
        if bool(value) == (key == "hidden"):
            form = key if key == "hidden" else f"{key}=VALUE"
            raise Refused.at(where, f"`{word}` is not an option; write `{form}`")
        if key == "timeout":
            if not value.isdecimal() or not int(value):
                raise Refused.at(where, f"`{word}`: a time limit is whole seconds, ≥ 1")
            options[key] = float(value)
        elif key == "warns":
            options[key] = tuple(value.split(","))
        else:
            options[key] = value or True
    return name, options


def _check_borders(tree: ast.Module, cells: tuple[Cell, ...], place: str) -> None:
    """Refuse code outside the cells, and statements that reach over a border."""
    for position, node in enumerate(tree.body):
        first = first_line(node)
        if first < cells[0].marker:
            if position == 0 and ast.get_docstring(tree) is not None:
                continue
            raise Refused.at(
                f"{place}:{first}",
                "code before the first cell; "
                "only the docstring and comments may stand above `# %% name`",
            )
        for cell in cells:
            if first < cell.marker <= (node.end_lineno or first):
                raise Refused.at(
                    f"{place}:{cell.marker}",
                    f"`# %%` inside a statement that starts "
                    f"at line {first}; end the statement first",
                )


def _backends(text: str, place: str) -> tuple[str, ...]:
    match = BACKENDS_COMMENT.search(text)
    if match is None:
        return BY_DEFAULT
    line = text[: match.start()].count("\n") + 1
    names = tuple(match["names"].split())
    for name in names:
        if name not in BACKENDS:
            hint = nearest(name, BACKENDS)
            raise Refused.at(f"{place}:{line}", f"unknown backend `{name}`; {hint}")
    if not names:
        raise Refused.at(
            f"{place}:{line}", f"no backend named; {nearest('', BACKENDS)}"
        )
    return names


def check_backends(program: Program) -> None:
    """Demand that a program can run here, or that its page may say that it cannot.

    Raises:
        Refused: None of its backends is installed, and none of them is optional.
    """
    optional = any(BACKENDS[name].optional for name in program.backends)
    if not (optional or installed(program.backends)):
        needed = " or ".join(
            " and ".join(BACKENDS[name].packages) for name in program.backends
        )
        raise Refused.at(
            program.place,
            f"runs on {', '.join(program.backends)} only, which is "
            f"not installed; install {needed}",
        )
