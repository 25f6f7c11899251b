"""Start a backend's server and talk to it."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from execdocs.model.backend import Backend
from execdocs.model.problem import Refused
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.records.record import Outcome

IMPORT_LIMIT = 300  # seconds in which a backend must have been imported
FAREWELL = 10  # seconds in which a server must have ended
INSIDE = Path(__file__).with_name("inside")
FIGURES = {
    "MATPLOTLIBRC": str(INSIDE / "matplotlibrc"),
    "MPLBACKEND": "module://execdocs.run.inside.matplotlib_backend",
}


class Client:
    """A backend's server, seen from the process that builds the site."""

    def __init__(self, backend: Backend, modules: Iterable[str]) -> None:
        self.backend = backend
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._ready: Future[None] = Future()
        self._replies: dict[int, Future[Outcome]] = {}
        # Without a name, so that nothing is left of it where this process is killed.
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as this
        requests, self._requests = multiprocessing.Pipe(duplex=False)
        self._answers, answers = multiprocessing.Pipe(duplex=False)
        theirs = requests.fileno(), answers.fileno()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "execdocs.run.server"),
                *(*map(str, theirs), backend.cache),
                *dict.fromkeys([*backend.modules, *sorted(modules)]),
            ],
            cwd=Path(__file__).parents[2],  # where the engine is found
            env={**os.environ, **backend.settings, **FIGURES},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            pass_fds=theirs,
            start_new_session=True,  # Ctrl-C is for us; the server ends with us
        )
        requests.close()
        answers.close()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def ask(self, program: Program, project: Project) -> Outcome:
        """Have a program run, and wait for what it left.

        Raises:
            Refused: The server cannot import its backend, or has died.
        """
        try:
            self._ready.result(timeout=IMPORT_LIMIT)
        except TimeoutError:
            self._process.kill()
            message = f"not imported after {IMPORT_LIMIT} s"
            raise Refused.at(self.backend.name, message) from None
        reply: Future[Outcome] = Future()
        with self._lock:
            number = next(self._numbers)
            self._replies[number] = reply
            try:
                self._requests.send((number, program, project))
            except OSError:
                reply.set_exception(self._dead())
        return reply.result()

    def close(self) -> None:
        """End the server and all programs that it runs."""
        with self._lock:
            self._requests.close()
        try:
            self._process.wait(timeout=FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._answers.close()
        self._log.close()

    def _read(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            self._answers.recv()  # the server is ready
            self._ready.set_result(None)
            while True:
                number, outcome = self._answers.recv()
                self._replies.pop(number).set_result(outcome)
        self._process.wait()
        waiting: list[Future[Any]] = [self._ready, *self._replies.values()]
        for future in waiting:
            if not future.done():
                future.set_exception(self._dead())

    def _dead(self) -> Refused:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=FAREWELL)
        log = self._log.fileno()  # its position is the server's own
        written = os.pread(log, os.fstat(log).st_size, 0)
        said = written.decode("utf-8", "replace").strip()[-2000:]
        return Refused.at(
            self.backend.name,
            "the process that imports it ended, with status "
            f"{self._process.returncode}: {said or 'it said nothing'}",
        )
