"""Write the programs as pytest-codeblocks reads them: one page and backend, one file.

It drops fences with attributes and runs include lines as Python, so it is fed bare
fences: each program of a page once, whole, and what it must print.

In the program, the line `# %%` of each later cell is replaced by a statement that
prints a mark, and one more mark ends the program. So the lines keep their numbers, and
standard output splits at the borders of the cells. What a button copies is the text
from the first line to such a border, and no statement reaches over a border. So one run
proves what each copy prints.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator

from execdocs.build import Build
from execdocs.model.program import Cell, Program
from execdocs.model.project import write_whole
from execdocs.pages.fences import fenced
from execdocs.records.output import Error, Text, printed
from execdocs.records.record import Record

# Characters that separate records, units and so on: no program prints them to be read.
SEPARATORS = "\x1e\x1d\x1f\x1c"


def write_editions(build: Build) -> dict[str, int]:
    """Write an edition of each page for each backend; return how many programs."""
    project = build.project
    shutil.rmtree(project.editions, ignore_errors=True)
    counts: dict[str, int] = {}
    for page in build.pages.values():
        parts: dict[str, list[str]] = {}
        named: set[str] = set()
        for shown in build.shown[page.uri].values():
            program = shown.program
            if program.name in named:
                continue
            named.add(program.name)
            for number, backend in enumerate(shown.outputs):
                record = build.records[program.name, backend]
                part = _part(program, record, chooses=number == 0)
                part = f"# {page.at(shown.block.line)}\n\n{part}"
                parts.setdefault(backend, []).append(part)
        for backend, texts in parts.items():
            edition = project.editions / backend / page.uri
            write_whole(project, edition, "\n\n".join(texts) + "\n")
            counts[backend] = counts.get(backend, 0) + len(texts)
    return counts


def marked(program: Program, separator: str) -> str:
    """Return a program that prints a separator between its cells and at its end."""
    lines = program.text.rstrip("\n").split("\n")
    for cell in _after_a_mark(program):
        lines[cell.marker - 1] = f'print({separator!r}, end="", flush=True)'
    return "\n".join([*lines, f"print({separator!r}, flush=True)", ""])


def separator_for(text: str) -> str:
    """Return a separator that a program does not use itself."""
    unused = (s for s in SEPARATORS if s not in text and repr(s)[1:-1] not in text)
    return next(unused, SEPARATORS[0])


def printed_through(
    program: Program, cell: Cell, record: Record, separator: str = ""
) -> str:
    """Return what a program prints from its start through a cell.

    Args:
        program: The program.
        cell: Its last cell that runs.
        record: What each cell printed.
        separator: What a marked program prints between its cells.
    """
    cells = program.cells[: program.cells.index(cell) + 1]
    marks = {each.name for each in _after_a_mark(program)}
    return "".join(
        (separator if each.name in marks else "") + printed(record.outputs[each.name])
        for each in cells
    )


def _part(program: Program, record: Record, *, chooses: bool) -> str:
    """Return a program as a bare fence, what is said of it, and what it prints.

    Args:
        program: The program.
        record: What it put out.
        chooses: Whether nothing tells it the backend, since this is its first.
    """
    separator = separator_for(program.text)
    expected = printed_through(program, program.cells[-1], record, separator)
    marks = [f"program({program.name!r}, {separator!r}, chooses={chooses})"]
    for output in (each for outputs in record.outputs.values() for each in outputs):
        if isinstance(output, Text) and output.stream == "stderr":
            marks.append(f"warns({output.text!r})")
        elif isinstance(output, Error):
            last = output.traceback.split("\n")[-1]
            marks.append(f"raises({output.name!r}, {last!r})")
    return "\n".join(
        [
            *(f"<!--pytest.mark.{mark}-->" for mark in marks),
            fenced(marked(program, separator), "python"),
            "<!--pytest-codeblocks:expected-output-->",
            fenced(f"{expected}{separator}\n"),
        ]
    )


def _after_a_mark(program: Program) -> Iterator[Cell]:
    """Yield the cells before which a mark can be printed.

    Nothing may stand before `from __future__`, and nothing is printed there.
    """
    future = max(
        (
            node.end_lineno or node.lineno
            for node in ast.parse(program.text).body
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
        ),
        default=0,
    )
    for cell in program.cells[1:]:
        if cell.marker > future:
            yield cell
