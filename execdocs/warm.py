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
import gc
import importlib
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import warnings
from multiprocessing.connection import Connection, wait
from pathlib import Path

from execdocs import execute
from execdocs.capture import OUTPUT_LIMIT
from execdocs.parse import Cell, Project, read_program
from execdocs.problem import Problem

GRACE = 0.25  # seconds in which a process over its limit may note where it stands
POLL = 0.1  # seconds between two looks at how much a program has printed


def main() -> None:
    """Import the modules named in `sys.argv`, then serve jobs until input ends."""
    start_method, *modules = sys.argv[1:]
    jobs, replies = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # an import may print
    for module in modules:
        with contextlib.suppress(Exception):  # the program itself will report it
            importlib.import_module(module)
    # Since Python 3.12; the threads are idle, and what runs is the child's main thread.
    warnings.filterwarnings("ignore", ".*multi-threaded, use of fork", DeprecationWarning)
    gc.freeze()  # a collection in a child would copy all that is shared
    supervisor = Supervisor(start_method, jobs, open(replies, "w"))  # noqa: SIM115
    supervisor.reply(ready=True)
    try:
        supervisor.serve()
    finally:
        supervisor.stop()
        os._exit(0)  # nothing here needs the slow farewell of what was imported


class Child:
    """A running program, seen from outside."""

    def __init__(self, job: dict, start_method: str, lifeline: tuple) -> None:
        context = multiprocessing.get_context(start_method)
        self.job = job
        project = Project(Path(job["root"]))
        self.program = read_program(project, job["program"])
        self.cell: Cell = self.program.cells[0]
        self.outputs: dict[str, list] = {cell.name: [] for cell in self.program.cells}
        self.started = time.monotonic()
        self.deadline = self.started + self.cell.timeout
        self.folder = Path(tempfile.mkdtemp(prefix="execdocs-")).resolve()
        self.events, events = context.Pipe(duplex=False)
        self.process = context.Process(
            target=execute.main,
            args=(self.program, project, self.folder, events, lifeline),
        )
        self.process.start()
        events.close()

    def receive(self) -> dict | None:
        """Take one event; return the result if it was the last."""
        try:
            kind, *values = self.events.recv()
        except (EOFError, OSError):
            return self._death()
        if kind == "cell":
            self.cell = values[0]
            self.deadline = time.monotonic() + self.cell.timeout
        elif kind == "output":
            _append(self.outputs[self.cell.name], values[0])
        elif kind == "failed":
            return self._failure(values[0])
        elif kind == "done":
            files, cpu = values
            return {"files": files, "cpu": cpu, "failure": None}
        return None

    def overdue(self) -> dict | None:
        """Return a failure if the program ran or printed too much."""
        if time.monotonic() > self.deadline + GRACE:
            return self._failure(
                f"{self._where()}: cell `{self.cell.name}` runs longer than "
                f"{self.cell.timeout:g} s; make it quicker, or raise its `timeout`"
            )
        printed = self.folder / "stdout"
        if printed.exists() and printed.stat().st_size > OUTPUT_LIMIT:
            line = f"{self.program.place}:{self.cell.first}"
            return self._failure(f"{line}: {execute.too_much(self.cell.name)}")
        return None

    def _death(self) -> dict:
        self.process.join(GRACE)
        code = self.process.exitcode
        if code is not None and code < 0:
            how = f"was killed by {signal.Signals(-code).name}"
        else:
            how = f"ended the process at once, with status {code}"
        return self._failure(f"{self._where()}: cell `{self.cell.name}` {how}")

    def _where(self) -> str:
        with contextlib.suppress(OSError):
            faults = (self.folder / "faults").read_text()
            return execute.location(self.program, self.cell, faults)
        return f"{self.program.place}:{self.cell.first}"

    def _failure(self, message: str) -> dict:
        return {"files": [], "cpu": 0.0, "failure": message}

    def end(self) -> None:
        """Kill what is left of the process and of all it started."""
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.events.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Supervisor:
    """Starts a child for each job, watches all of them, and replies."""

    def __init__(self, start_method: str, jobs: int, replies) -> None:
        self.start_method = start_method
        self.replies = replies
        self.children: list[Child] = []
        self.lifeline = multiprocessing.Pipe(duplex=False)
        self._buffer = b""
        self._jobs = jobs
        # Only files that a system can wait for can be waited for: without fork, pipes
        # of this kind cannot, and a thread does no harm.
        self._inbox = jobs if start_method == "fork" else _relay(jobs)

    def reply(self, **values: object) -> None:
        self.replies.write(json.dumps(values) + "\n")
        self.replies.flush()

    def serve(self) -> None:
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
            try:
                child = Child(job, self.start_method, self.lifeline)
            except Problem as problem:
                self.reply(id=job["id"], failure=problem.message, outputs={}, files=[])
            else:
                self.children.append(child)
        return bool(data)

    def _finish(self, child: Child, result: dict) -> None:
        self.children.remove(child)
        seconds = time.monotonic() - child.started
        child.end()
        result |= {"outputs": child.outputs, "seconds": seconds}
        self.reply(id=child.job["id"], **result)

    def stop(self) -> None:
        for child in self.children:
            child.end()


def _append(outputs: list[dict], output: dict) -> None:
    """Add an output; text on the same stream is one output."""
    last = outputs[-1] if outputs else {}
    if output["output_type"] == "stream" and last.get("name") == output["name"]:
        last["text"] += output["text"]
    else:
        outputs.append(output)


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
