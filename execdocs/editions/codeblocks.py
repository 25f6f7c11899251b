"""Write the pages' blocks as pytest-codeblocks reads them, for each backend.

It drops fences with attributes and runs include lines as Python, so it is fed an
edition with bare fences: what each copy button copies, and what that must print.

Each block runs on the first backend of its program that is installed. What is copied
from a block begins with all that is copied from those above it, so on further backends
the last block of each program on a page is enough.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from execdocs.editions.markdown import fenced
from execdocs.model.backend import installed
from execdocs.model.program import Cell, Program
from execdocs.model.project import Project, write_whole
from execdocs.pages.audit import included
from execdocs.pages.fences import pages
from execdocs.records.record import Record, read_record


def write_editions(project: Project) -> dict[str, int]:
    """Write an edition of each page for each backend; return how many blocks."""
    shutil.rmtree(project.editions, ignore_errors=True)
    counts: dict[str, int] = {}
    for path in pages(project):
        place = path.relative_to(project.root).as_posix()
        parts: dict[str, list[str]] = {}
        shown = [*included(project, path)]
        in_order = sorted(shown, key=lambda each: each[2].first)
        last = {program.name: cell for _, program, cell in in_order}
        for block, program, cell in shown:
            backends = installed(program.backends)
            if cell != last[program.name]:
                backends = backends[:1]
            for backend in backends:
                record = read_record(project, program.name, backend)
                part = f"# {place}:{block.line}\n\n{_part(program, cell, record)}"
                parts.setdefault(backend, []).append(part)
        for backend, texts in parts.items():
            edition = project.editions / backend / path.relative_to(project.docs)
            write_whole(project, edition, "\n\n".join(texts) + "\n")
            counts[backend] = counts.get(backend, 0) + len(texts)
    return counts


def _part(program: Program, cell: Cell, record: Record) -> str:
    copied = program.through(cell)
    lines = []
    if cell.raises:
        error = record.outputs[cell.name][-1]
        lines.append(f"<!--pytest.mark.raises({error['evalue']!r})-->")
    expected = printed(program, cell, record)
    keyword = "expected-output"
    if expected and not expected.endswith("\n"):
        keyword += "-ignore-whitespace"  # a fence always ends its last line
    lines += [
        fenced(copied, "python"),
        f"<!--pytest-codeblocks:{keyword}-->",
        fenced(expected, ""),
    ]
    return "\n".join(lines)


def printed(program: Program, cell: Cell, record: Record) -> str:
    """Return what the program prints from its start through a cell."""
    cells: Sequence[Cell] = program.cells[: program.cells.index(cell) + 1]
    return "".join(
        output["text"]
        for each in cells
        for output in record.outputs[each.name]
        if output.get("name") == "stdout"
    )
