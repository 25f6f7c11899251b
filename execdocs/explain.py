"""Say what went wrong in a program as its readers and authors want to see it."""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path

from execdocs.capture import OUTPUT_LIMIT, clean
from execdocs.program import Cell, Program

ADDRESS = re.compile(r"\b0x[0-9a-f]{8,16}\b")


def own_traceback(error: BaseException, path: Path) -> tuple[str, int | None]:
    """Return a traceback cut to the frames of one file, and the last line of it.

    Args:
        error: What was raised; also its causes and the members of a group are cut.
        path: The program; the traceback shows its name alone.
    """
    report = traceback.TracebackException.from_exception(error)
    line = None
    seen: list[traceback.TracebackException] = []
    pending = [report]
    while pending:
        part = pending.pop(0)
        seen.append(part)
        linked = (part.__cause__, part.__context__, *(part.exceptions or ()))
        pending += [other for other in linked if other and other not in seen]
        own = [frame for frame in part.stack if frame.filename == str(path)]
        for frame in own:
            frame.line  # noqa: B018 - read from the real path before it changes
            frame.filename = path.name
        part.stack = traceback.StackSummary.from_list(own)
        if line is None and own:
            line = own[-1].lineno
    return without_paths("".join(report.format())).rstrip(), line


def without_paths(text: str) -> str:
    """Clean what a library says of folders and memory addresses of this machine."""
    for folder in filter(None, sys.path):
        text = text.replace(folder + "/", "")
    return ADDRESS.sub("0x…", clean(text))


def indent(text: str) -> str:
    """Return text as the detail below a message."""
    return "\n".join("    " + line for line in text.rstrip().split("\n"))


def too_much(cell: Cell) -> str:
    """Return what is wrong with a cell that prints without measure."""
    return (
        f"cell `{cell.name}` prints more than {OUTPUT_LIMIT // 1024} KB; print less, "
        "or look for an endless loop"
    )


def location(program: Program, cell: Cell, faults: str) -> str:
    """Return `file:line` of where a process stood, from what faulthandler wrote."""
    pattern = rf'File "{re.escape(str(program.path))}", line (\d+)'
    found = re.findall(pattern, faults)
    return f"{program.place}:{found[0] if found else cell.first}"
