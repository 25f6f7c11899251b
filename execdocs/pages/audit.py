"""Compose what stands on a page for a block, and audit all pages for it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.percent import check_backends, program_names, read_program
from execdocs.model.problem import Problem, nearest
from execdocs.model.program import Cell, Program
from execdocs.model.project import Project, read_text
from execdocs.pages.fences import Block, find_blocks, pages
from execdocs.pages.html import render_outputs
from execdocs.records.record import failures, read_record, why_stale


@dataclass(frozen=True)
class Composed:
    """What stands on the page for a block."""

    source: str
    copied: str
    output: str


def compose(project: Project, block: Block, root: str | None = None) -> Composed:
    """Return a block's code, what its copy button copies, and its output.

    Args:
        project: The site.
        block: The block.
        root: The relative address of the site's root; None where the builder does not
            say, and figures are embedded.

    Raises:
        Problem: The program, the cell, its record or its descriptions are not in order.
    """
    program, cell = resolve(project, block)
    output = render_outputs(
        outputs_of(project, program, cell),
        program=program,
        cell=cell,
        alts=block.alts,
        group=f"output-{block.line}",
        root=root,
    )
    return Composed(cell.source, program.through(cell), output)


def outputs_of(project: Project, program: Program, cell: Cell) -> dict[str, list[dict]]:
    """Return a cell's outputs, by the backends that are installed.

    Raises:
        Problem: One of the program's records is stale, or a failure.
    """
    backends = installed(program.backends)
    for backend in backends:
        if reason := why_stale(project, program, backend):
            raise Problem(
                f"{program.place} [{backend}]: {reason}; run `python -m execdocs run`"
            )
    if failed := failures(project, [program]):
        raise Problem(*failed)
    return {
        backend: read_record(project, program.name, backend).outputs[cell.name]
        for backend in backends
    }


def resolve(project: Project, block: Block) -> tuple[Program, Cell]:
    """Return the program and the cell that a block includes.

    Raises:
        Problem: There is no such program or cell, the cell is hidden, or the program
            needs a backend that is not installed.
    """
    program = read_program(project, block.program)
    check_backends(program)
    cell = program.cell(block.cell)
    if cell is None:
        hint = nearest(block.cell, [cell.name for cell in program.cells])
        raise Problem(f"`{block.program}` has no cell `{block.cell}`; {hint}")
    if cell.hidden:
        raise Problem(f"`{block.program}:{block.cell}` is hidden; show another cell")
    return program, cell


def included(project: Project, path: Path) -> Iterator[tuple[Block, Program, Cell]]:
    """Yield the blocks of a page that include a cell, with what they include.

    Blocks that are not in order are left out; to report them is the audit's duty.
    """
    lines = read_text(path, str(path)).expandtabs(4).split("\n")
    for block in find_blocks(lines)[0]:
        if not block.is_illustration:
            with contextlib.suppress(Problem):
                yield block, *resolve(project, block)


def versions(project: Project, path: Path) -> list[str]:
    """Return on what the programs of a page were run: `keras 3.15.1` and so on."""
    found: set[str] = set()
    for _, program, _ in included(project, path):
        for backend in installed(program.backends):
            if record := read_record(project, program.name, backend):
                key, names = record.key, BACKENDS[backend].packages
                found |= {f"{name} {key['packages'][name]}" for name in names}
                found.add(f"Python {key['machine']['Python']}")
    return sorted(found, key=str.lower)


def audit(project: Project) -> list[str]:
    """Return what is wrong with the pages: fences, includes, cells that none shows."""
    found: list[str] = []
    known: set[str] = set()
    shown: set[tuple[str, str]] = set()
    for path in pages(project):
        place = path.relative_to(project.root).as_posix()
        try:
            text = read_text(path, place)
        except Problem as problem:
            found += problem.messages
            continue
        blocks, problems = find_blocks(text.expandtabs(4).split("\n"))
        found += [f"{place}:{line}: {message}" for line, message in problems]
        for block in blocks:
            shown.add((block.program, block.cell))
            try:
                if not block.is_illustration:
                    compose(project, block)
            except Problem as problem:
                # A program that fails does so under each of its blocks: say it once.
                if problem.message not in known:
                    known.add(problem.message)
                    found.append(f"{place}:{block.line} → {problem.message}")
    return [*found, *_unshown_cells(project, shown)]


def _unshown_cells(project: Project, shown: set[tuple[str, str]]) -> Iterator[str]:
    """Yield a problem for each cell that no page shows."""
    for name in program_names(project):
        try:
            program = read_program(project, name)
        except Problem:
            continue  # reported by who runs it
        for cell in program.cells:
            if not cell.hidden and (name, cell.name) not in shown:
                yield (
                    f"{program.place}:{cell.marker}: no page shows cell `{cell.name}`; "
                    f'write `--8<-- "{name}:{cell.name}"` on one, or mark it `hidden`'
                )
