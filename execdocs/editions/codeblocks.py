"""Write the pages' blocks as pytest-codeblocks reads them, for each backend.

It drops fences with attributes and runs include lines as Python, so it is fed an
edition with bare fences: what each copy button copies, and what that must print.
"""

from __future__ import annotations

import shutil

from execdocs.build import Build
from execdocs.model.program import Cell, Program
from execdocs.model.project import write_whole
from execdocs.pages.fences import fenced
from execdocs.records.output import Error, printed
from execdocs.records.record import Record


def write_editions(build: Build) -> dict[str, int]:
    """Write an edition of each page for each backend; return how many blocks."""
    project = build.project
    shutil.rmtree(project.editions, ignore_errors=True)
    counts: dict[str, int] = {}
    for page in build.pages.values():
        parts: dict[str, list[str]] = {}
        shown = [*build.shown[page.uri].values()]
        in_order = sorted(shown, key=lambda each: each.cell.first)
        last = {each.program.name: each.cell for each in in_order}
        for each in shown:
            program, cell = each.program, each.cell
            backends = [*each.outputs]
            if cell != last[program.name]:
                backends = backends[:1]
            for backend in backends:
                record = build.records[program.name, backend]
                where = f"# {page.at(each.block.line)}"
                part = f"{where}\n\n{_part(program, cell, record)}"
                parts.setdefault(backend, []).append(part)
        for backend, texts in parts.items():
            edition = project.editions / backend / page.uri
            write_whole(project, edition, "\n\n".join(texts) + "\n")
            counts[backend] = counts.get(backend, 0) + len(texts)
    return counts


def _part(program: Program, cell: Cell, record: Record) -> str:
    lines = []
    error = record.outputs[cell.name][-1] if cell.raises else None
    if isinstance(error, Error):
        lines.append(f"<!--pytest.mark.raises({error.message!r})-->")
    expected = printed_through(program, cell, record)
    keyword = "expected-output"
    if expected and not expected.endswith("\n"):
        keyword += "-ignore-whitespace"  # a fence always ends its last line
    lines += [
        fenced(program.through(cell), "python"),
        f"<!--pytest-codeblocks:{keyword}-->",
        fenced(expected),
    ]
    return "\n".join(lines)


def printed_through(program: Program, cell: Cell, record: Record) -> str:
    """Return what the program prints from its start through a cell."""
    cells = program.cells[: program.cells.index(cell) + 1]
    return "".join(printed(record.outputs[each.name]) for each in cells)
