"""Give a program a process of its own: streams, folder, process group, end.

What runs here is the child's side; `child` is the side of the process that started it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.run.inside.cells import Execution, Failed
from execdocs.run.inside.streams import Streams


def main(
    program: Program,
    project: Project,
    folder: Path,
    events: Connection,
    lifeline: tuple[Connection, Connection],
) -> None:
    """Run a program and send its events; called in a fresh or freshly forked process.

    Events are tuples: `("cell", Cell)`, `("output", nbformat output)`, and at last
    `("done", failure or None, places of files read, CPU seconds)`.
    """
    if hasattr(os, "setsid"):
        os.setsid()
    lifeline[1].close()
    threading.Thread(target=_die_with_parent, args=lifeline[:1], daemon=True).start()
    reads = _watch_reads(project)
    try:
        with Streams(folder) as streams:
            _enter(program, folder)
            Execution(program, project, streams, events.send).run()
        failure = None
    except Failed as failed:
        failure = str(failed)
    except Exception:
        failure = f"{program.place}: {traceback.format_exc()}"
    used = sorted(reads - {program.place})
    events.send(("done", failure, used, sum(os.times()[:4])))
    # To be killed, together with all that was started here and can still be found.
    threading.Event().wait()


def _die_with_parent(lifeline: Connection) -> None:
    """Kill this process and all it started once the other end of a pipe is gone."""
    with contextlib.suppress(EOFError, OSError):
        lifeline.recv()
    if hasattr(os, "killpg"):
        os.killpg(0, 9)
    os._exit(1)


def _enter(program: Program, folder: Path) -> None:
    """Make this process look like `python FILE` in an empty working directory."""
    work = folder / "work"
    work.mkdir()
    os.chdir(work)
    os.environ["TMPDIR"] = str(folder)
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].tempdir = None
    sys.argv = [str(program.path)]
    sys.dont_write_bytecode = True  # a run leaves nothing behind among the programs
    sys.path[0] = str(program.path.parent)


def _watch_reads(project: Project) -> set[str]:
    """Return a set that grows with each project file that is opened for reading."""
    found: set[str] = set()

    def hook(event: str, args: tuple) -> None:
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
