"""A running program, seen from the server that started it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from execdocs.model.problem import Problem
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.records.output import Output, joined
from execdocs.records.record import Outcome
from execdocs.run.inside import process
from execdocs.run.inside.streams import OUTPUT_LIMIT
from execdocs.run.inside.traceback import location, too_much

GRACE = 0.25  # seconds in which a process over its limit may note where it stands


class Supervised:
    """A running program: its events, its limits, and its end."""

    def __init__(
        self,
        program: Program,
        project: Project,
        lifeline: Connection,
        servers: Sequence[Connection],
    ) -> None:
        context = multiprocessing.get_context("fork")
        self.program = program
        self.cell = program.cells[0]
        self.outputs: dict[str, list[Output]] = {}
        self.started = time.monotonic()
        self.deadline = self.started + self.cell.timeout
        self.folder = Path(tempfile.mkdtemp(prefix="execdocs-")).resolve()
        self.events, events = context.Pipe(duplex=False)
        self.process = context.Process(
            target=process.main,
            args=(program, project, self.folder, events, lifeline, servers),
        )
        self.process.start()
        events.close()

    def receive(self) -> Outcome | None:
        """Take one event; return the outcome if it was the last."""
        try:
            kind, *values = self.events.recv()
        except (EOFError, OSError):
            return self._death()
        if kind == "cell":
            self.cell = values[0]
            self.deadline = time.monotonic() + self.cell.timeout
        elif kind == "output":
            self.outputs.setdefault(self.cell.name, []).append(values[0])
        elif kind == "done":
            failure, files, modules, cpu = values
            return self._outcome(failure, files, modules, cpu)
        return None

    def overdue(self) -> Outcome | None:
        """Return a failure if the program ran too long or printed too much."""
        if time.monotonic() > self.deadline + GRACE:
            return self._failure(
                self._where(),
                f"cell `{self.cell.name}` runs longer than {self.cell.timeout:g} s; "
                "make it quicker, or raise its `timeout`",
            )
        for path in (self.folder / "stdout", self.folder / "stderr"):
            if path.exists() and path.stat().st_size > OUTPUT_LIMIT:
                return self._failure(self._start(), too_much(self.cell))
        return None

    def _death(self) -> Outcome:
        self.process.join(GRACE)
        code = self.process.exitcode
        if code is not None and code < 0:
            how = f"was killed by {signal.Signals(-code).name}"
        else:
            how = f"ended the process at once, with status {code}"
        return self._failure(self._where(), f"cell `{self.cell.name}` {how}")

    def _where(self) -> str:
        with contextlib.suppress(OSError):
            faults = (self.folder / "faults").read_text()
            return location(self.program, self.cell, faults)
        return self._start()

    def _start(self) -> str:
        return f"{self.program.place}:{self.cell.first}"

    def _failure(self, place: str, message: str) -> Outcome:
        return self._outcome(Problem(place, message))

    def _outcome(
        self,
        failure: Problem | None,
        files: tuple[str, ...] = (),
        modules: tuple[str, ...] = (),
        cpu: float = 0.0,
    ) -> Outcome:
        outputs = {name: joined(each) for name, each in self.outputs.items()}
        seconds = time.monotonic() - self.started
        return Outcome(outputs, failure, files, modules, seconds, cpu)

    def end(self) -> None:
        """Kill the process and all it started, also in sessions of their own."""
        started: list[psutil.Process] = []
        with contextlib.suppress(psutil.Error):
            started = psutil.Process(self.process.pid).children(recursive=True)
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid or 0, signal.SIGKILL)
        for each in started:
            with contextlib.suppress(psutil.Error):
                each.kill()
        self.process.kill()
        self.process.join()
        self.events.close()
        shutil.rmtree(self.folder, ignore_errors=True)
