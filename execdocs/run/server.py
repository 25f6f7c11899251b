"""The warm process of a backend: imports once, then forks a child for each program.

It must never run an operation of the backend itself: its threads do not survive a
fork, and the child would wait for them forever. Where the system cannot fork, each
program gets a fresh process instead.

Protocol, one JSON object a line: it says `{"ready": true}`, is told
`{"id": …, "program": …, "root": …}`, and answers `{"id": …, "outputs": …}` and so on.
It ends, with all its children, when its standard input closes.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import multiprocessing
import os
import sys
import threading
import time
import traceback
import warnings
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TextIO

import psutil

from execdocs.model.percent import read_program
from execdocs.model.problem import Problem
from execdocs.model.project import Project
from execdocs.run.supervised import GRACE, Child

POLL = 0.1  # seconds between two looks at how much a program has printed


def main() -> None:
    """Import the modules named in `sys.argv`, then serve jobs until input ends."""
    start_method, *modules = sys.argv[1:]
    jobs, replies = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # an import may print
    gc.disable()  # nothing made by an import is garbage; to look for it takes a tenth
    for module in modules:
        with contextlib.suppress(Exception):  # the program itself will report it
            importlib.import_module(module)
    # Since Python 3.12; the threads are idle, and what runs is the child's main thread.
    warnings.filterwarnings(
        "ignore", ".*multi-threaded, use of fork", DeprecationWarning
    )
    gc.freeze()  # a collection in a child would copy all that is shared
    gc.enable()
    _adopt_orphans()
    supervisor = Supervisor(start_method, jobs, open(replies, "w"))  # noqa: SIM115
    supervisor.reply(ready=True)
    status = 1
    try:
        supervisor.serve()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        supervisor.stop()
        sys.stderr.flush()
        os._exit(status)  # nothing here needs the slow farewell of what was imported


class Supervisor:
    """Starts a child for each job, watches all of them, and replies."""

    def __init__(self, start_method: str, jobs: int, replies: TextIO) -> None:
        self.start_method = start_method
        self.replies = replies
        self.children: dict[Child, int] = {}  # to the id of their job
        self.lifeline = multiprocessing.Pipe(duplex=False)
        self._buffer = b""
        self._jobs = jobs
        # Only files that a system can wait for can be waited for: without fork, pipes
        # of this kind cannot, and a thread does no harm.
        self._inbox = jobs if start_method == "fork" else _relay(jobs)

    def reply(self, **values: object) -> None:
        """Say one thing to whoever started this process."""
        self.replies.write(json.dumps(values) + "\n")
        self.replies.flush()

    def serve(self) -> None:
        """Run what is asked for until nobody asks any more."""
        while True:
            now = time.monotonic()
            timeouts = [POLL] if self.children else []
            timeouts += [child.deadline + GRACE - now for child in self.children]
            events = {child.events: child for child in self.children}
            timeout = max(0.0, min(timeouts)) if timeouts else None
            for ready in wait([self._inbox, *events], timeout):
                if ready is self._inbox:
                    if not self._receive_jobs():
                        return
                elif result := events[ready].receive():
                    self._finish(events[ready], result)
            for child in [*self.children]:
                if result := child.overdue():
                    self._finish(child, result)

    def _receive_jobs(self) -> bool:
        """Start what has been asked for; return whether there may be more."""
        if isinstance(self._inbox, Connection):
            data = self._inbox.recv_bytes()
        else:
            data = os.read(self._jobs, 65536)
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            job = json.loads(line)
            project = Project(Path(job["root"]))
            try:
                program = read_program(project, job["program"])
            except Problem as problem:
                self.reply(id=job["id"], failure=problem.message, outputs={}, files=[])
            else:
                child = Child(program, project, self.start_method, self.lifeline)
                self.children[child] = job["id"]
        return bool(data)

    def _finish(self, child: Child, result: dict) -> None:
        number = self.children.pop(child)
        seconds = time.monotonic() - child.started
        child.end()
        self._end_orphans(child.folder)
        self.reply(id=number, outputs=child.outputs, seconds=seconds, **result)

    def _end_orphans(self, folder: Path | None = None) -> None:
        """Kill what programs left behind that died before it could be looked at.

        Args:
            folder: Of the program that has ended; None for all programs.
        """
        if self.start_method != "fork":
            return  # multiprocessing has processes of its own
        known = {child.process.pid for child in self.children}
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
        for child in self.children:
            child.end()
        self._end_orphans()


def _adopt_orphans() -> None:
    """On Linux, have orphaned grandchildren become children of this process."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def _relay(descriptor: int) -> Connection:
    inbox, outbox = multiprocessing.Pipe(duplex=False)

    def copy() -> None:
        data = b"start"
        while data:
            data = os.read(descriptor, 65536)
            outbox.send_bytes(data)

    threading.Thread(target=copy, daemon=True).start()
    return inbox


if __name__ == "__main__":
    main()
