"""Give a program a process of its own: streams, folder, process group, end.

What runs here is the program's side; `supervised` is the server's side.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from execdocs.model.problem import Problem
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.run.inside.cells import Execution, Failed
from execdocs.run.inside.streams import Streams


def main(
    program: Program,
    project: Project,
    folder: Path,
    events: Connection,
    lifeline: Connection,
    servers: Sequence[Connection],
) -> None:
    """Run a program and send its events; called in a freshly forked process.

    Events are tuples: `("cell", Cell)`, `("output", Output)`, and at last
    `("done", Problem or None, files read, modules imported, CPU seconds)`.

    Args:
        program: What to run.
        project: The site.
        folder: The program's own folder, for its streams and its working directory.
        events: Where events are sent to.
        lifeline: A pipe that closes when the server ends.
        servers: Connections of the server's own, which are closed here.
    """
    os.setsid()
    for each in servers:
        each.close()
    threading.Thread(target=_die_with_server, args=[lifeline], daemon=True).start()
    reads, before = _watch_reads(project), {*sys.modules}
    failure = None
    try:
        with Streams(folder) as streams:
            _enter(program, folder)
            Execution(program, project, streams, events.send).execute()
    except Failed as failed:
        failure = failed.problem
    except Exception:
        failure = Problem(program.place, traceback.format_exc())
    files = tuple(sorted(reads - {program.place}))
    modules = tuple(sorted(_packages({*sys.modules} - before)))
    events.send(("done", failure, files, modules, sum(os.times()[:4])))
    # Waits to be killed, together with all that it started and that can be found.
    threading.Event().wait()


def _die_with_server(lifeline: Connection) -> None:
    """Kill this process and all it started once the other end of a pipe is gone."""
    with contextlib.suppress(EOFError, OSError):
        lifeline.recv()
    os.killpg(0, 9)


def _enter(program: Program, folder: Path) -> None:
    """Make this process look like `python FILE` in an empty working directory."""
    work = folder / "work"
    work.mkdir()
    os.chdir(work)
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None  # found already, before the fork
    sys.argv = [str(program.path)]
    sys.dont_write_bytecode = True  # a run leaves nothing behind among the programs
    sys.path[0] = str(program.path.parent)


def _packages(modules: set[str]) -> set[str]:
    """Return the top names of modules, without those of Python itself."""
    return {name.partition(".")[0] for name in modules} - sys.stdlib_module_names


def _watch_reads(project: Project) -> set[str]:
    """Return a set that grows with each project file that is opened for reading."""
    found: set[str] = set()

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(args[0], str):
            path, _, flags = args
            if not flags & (os.O_WRONLY | os.O_RDWR):
                found.update(_places(path, project))

    sys.addaudithook(hook)
    return found


def _places(path: str, project: Project) -> Iterator[str]:
    """Yield the path, relative to the project, of a file that is its own."""
    root = str(project.root) + os.sep
    # The engine has its own part in the key; tracebacks read it.
    others = (sys.prefix + os.sep, str(Path(__file__).parents[2]) + os.sep)
    path = os.path.abspath(path)
    if path.endswith(".pyc"):
        with contextlib.suppress(ValueError):
            path = importlib.util.source_from_cache(path)
    inside = path.startswith(root) and not path.startswith(others)
    if inside and os.path.isfile(path):
        yield Path(path).relative_to(root).as_posix()
