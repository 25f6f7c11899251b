"""A running program, seen from the process that started it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.run.inside import process
from execdocs.run.inside.streams import OUTPUT_LIMIT
from execdocs.run.inside.traceback import location, too_much

GRACE = 0.25  # seconds in which a process over its limit may note where it stands


class Child:
    """A running program, seen from outside."""

    def __init__(
        self,
        program: Program,
        project: Project,
        start_method: str,
        lifeline: tuple[Connection, Connection],
    ) -> None:
        context = multiprocessing.get_context(start_method)
        self.program = program
        self.cell = program.cells[0]
        self.outputs: dict[str, list] = {cell.name: [] for cell in self.program.cells}
        self.started = time.monotonic()
        self.deadline = self.started + self.cell.timeout
        self.folder = Path(tempfile.mkdtemp(prefix="execdocs-")).resolve()
        self.events, events = context.Pipe(duplex=False)
        self.process = context.Process(
            target=process.main,
            args=(program, project, self.folder, events, lifeline),
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
        elif kind == "done":
            failure, files, cpu = values
            return {"files": files, "cpu": cpu, "failure": failure}
        return None

    def overdue(self) -> dict | None:
        """Return a failure if the program ran or printed too much."""
        if time.monotonic() > self.deadline + GRACE:
            return self._failure(
                f"{self._where()}: cell `{self.cell.name}` runs longer than "
                f"{self.cell.timeout:g} s; make it quicker, or raise its `timeout`"
            )
        for path in (self.folder / "stdout", self.folder / "stderr"):
            if path.exists() and path.stat().st_size > OUTPUT_LIMIT:
                line = f"{self.program.place}:{self.cell.first}"
                return self._failure(f"{line}: {too_much(self.cell)}")
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
            return location(self.program, self.cell, faults)
        return f"{self.program.place}:{self.cell.first}"

    def _failure(self, message: str) -> dict:
        return {"files": [], "cpu": 0.0, "failure": message}

    def end(self) -> None:
        """Kill the process and all it started, also in sessions of their own."""
        started: list[psutil.Process] = []
        with contextlib.suppress(psutil.Error):
            started = psutil.Process(self.process.pid).children(recursive=True)
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(self.process.pid, signal.SIGKILL)
        for each in started:
            with contextlib.suppress(psutil.Error):
                each.kill()
        self.process.kill()
        self.process.join()
        self.events.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _append(outputs: list[dict], output: dict) -> None:
    """Add an output; text on the same stream is one output."""
    last = outputs[-1] if outputs else {}
    if output["output_type"] == "stream" and last.get("name") == output["name"]:
        last["text"] += output["text"]
    else:
        outputs.append(output)
