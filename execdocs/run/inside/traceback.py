"""Say what went wrong in a program as its readers and authors want to see it."""

from __future__ import annotations

import contextlib
import io
import re
import sys
import types
from pathlib import Path

from execdocs.model.program import Cell, Program
from execdocs.run.inside.streams import OUTPUT_LIMIT, clean

ADDRESS = re.compile(r"\b0x[0-9a-f]{8,16}\b")


def own_traceback(error: BaseException, path: Path) -> tuple[str, int | None]:
    """Return a traceback cut to the frames of one file, and the last line of it.

    Args:
        error: What was raised; also its causes and the members of a group are cut.
        path: The program; the traceback shows its name alone.
    """
    _cut(error, str(path), set())
    line = None
    frame = error.__traceback__
    while frame is not None:
        line, frame = frame.tb_lineno, frame.tb_next
    # The interpreter's own words: the traceback module has no suggestions before 3.12.
    with contextlib.redirect_stderr(io.StringIO()) as text:
        sys.__excepthook__(type(error), error, error.__traceback__)
    shown = text.getvalue().replace(str(path), path.name)
    return without_paths(shown).rstrip(), line


def _cut(error: BaseException | None, path: str, seen: set[int]) -> None:
    """Drop the frames of other files from an exception and all that hang on it."""
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    frames = []
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == path:
            frames.append(frame)
        frame = frame.tb_next
    cut = None
    for frame in reversed(frames):
        cut = types.TracebackType(cut, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    error.__traceback__ = cut
    for other in (error.__cause__, error.__context__):
        _cut(other, path, seen)
    for member in getattr(error, "exceptions", ()):
        _cut(member, path, seen)


def message_of(error: BaseException) -> str:
    """Return what an exception says, if it can."""
    try:
        return str(error)
    except Exception:
        return ""


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
