"""The server of a backend: it imports once, then forks a process for each program.

It must never run an operation of the backend itself: the threads of the backend do not
survive a fork, and the forked process would wait for them forever.

It sends `None` when it is ready, receives `(number, program, project)`, and answers
`(number, outcome)`. It ends, with all programs that run, when nobody can ask any more.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
import traceback
import warnings
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import cast

import psutil

from execdocs.records.record import Outcome
from execdocs.run.supervised import GRACE, Supervised

POLL = 0.1  # seconds between two looks at how much a program has printed


def main() -> None:
    """Import what the arguments name, then serve until nobody can ask any more.

    The arguments are the descriptors of the pipes for requests and for answers, the
    variable that names a folder for what the backend compiles (or nothing), modules.
    """
    requests, answers, cache, *modules = sys.argv[1:]
    folder = Path(tempfile.mkdtemp(prefix="execdocs-"))
    if cache:
        # Empty at first, so that each build compiles everything itself, but only once.
        os.environ[cache] = str(folder)
    gc.disable()  # nothing that an import makes is garbage; looking takes time
    for module in modules:
        with contextlib.suppress(Exception):  # the program itself will report it
            importlib.import_module(module)
    # Python 3.12 warns of forks in a process with threads. Those are idle here, and the
    # forked process runs nothing but its main thread.
    warnings.filterwarnings(
        "ignore", ".*multi-threaded, use of fork", DeprecationWarning
    )
    gc.freeze()  # a collection in a forked process would copy all that is shared
    gc.enable()
    _adopt_orphans()
    server = Server(
        Connection(int(requests), writable=False),
        Connection(int(answers), readable=False),
    )
    status = 1
    try:
        server.serve()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
        sys.stderr.flush()
        os._exit(status)  # nothing here needs the clean-up of what was imported


class Server:
    """Starts a process for each program, watches all of them, and replies."""

    def __init__(self, requests: Connection, answers: Connection) -> None:
        self.requests = requests
        self.answers = answers
        self.running: dict[Supervised, int] = {}  # to the number of their request
        self.lifeline = multiprocessing.Pipe(duplex=False)

    def serve(self) -> None:
        """Run what is asked for until nobody asks any more."""
        self.answers.send(None)
        while True:
            now = time.monotonic()
            timeouts = [POLL] if self.running else []
            timeouts += [each.deadline + GRACE - now for each in self.running]
            events = {each.events: each for each in self.running}
            timeout = max(0.0, min(timeouts)) if timeouts else None
            for ready in cast(
                "list[Connection]", wait([self.requests, *events], timeout)
            ):
                if ready is self.requests:
                    try:
                        number, program, project = self.requests.recv()
                    except (EOFError, OSError):
                        return
                    own = (self.requests, self.answers, self.lifeline[1])
                    new = Supervised(program, project, self.lifeline[0], own)
                    self.running[new] = number
                elif outcome := events[ready].receive():
                    self._finish(events[ready], outcome)
            for each in [*self.running]:
                if outcome := each.overdue():
                    self._finish(each, outcome)

    def _finish(self, program: Supervised, outcome: Outcome) -> None:
        number = self.running.pop(program)
        program.end()
        self._end_orphans(program.folder)
        with contextlib.suppress(OSError):  # nobody asks any more: `serve` finds out
            self.answers.send((number, outcome))

    def _end_orphans(self, folder: Path | None = None) -> None:
        """Kill what programs left behind that died before it could be looked at.

        Args:
            folder: Of the program that has ended; None for all programs.
        """
        known = {each.process.pid for each in self.running}
        orphans = []
        for process in psutil.Process().children():
            with contextlib.suppress(psutil.Error):
                own = folder is None or process.environ().get("TMPDIR") == str(folder)
                if own and process.pid not in known:
                    process.kill()
                    orphans.append(process)
        psutil.wait_procs(orphans, timeout=1)

    def stop(self) -> None:
        """End all that is running."""
        for each in self.running:
            each.end()
        self._end_orphans()


def _adopt_orphans() -> None:
    """On Linux, have orphaned grandchildren become children of this process."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


if __name__ == "__main__":
    main()
