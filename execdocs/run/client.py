"""Start a backend's warm process and talk to it."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path

from execdocs.model.backend import ENVIRONMENT, Backend
from execdocs.model.problem import Problem
from execdocs.model.program import Program
from execdocs.model.project import Project

IMPORT_LIMIT = 300  # seconds in which a backend must have been imported
START_METHOD = "fork" if hasattr(os, "fork") else "spawn"


class Warm:
    """A backend's warm process, seen from here."""

    def __init__(self, backend: Backend, modules: Iterable[str]) -> None:
        self.backend = backend
        self._ids = itertools.count()
        self._lock = threading.Lock()
        self._ready: Future = Future()
        self._replies: dict[int, Future] = {}
        self._log = tempfile.NamedTemporaryFile()  # noqa: SIM115 - lives as long as this
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "execdocs.run.server", START_METHOD),
                *dict.fromkeys([*backend.modules, *sorted(modules)]),
            ],
            cwd=Path(__file__).parents[2],
            env={**os.environ, **ENVIRONMENT, **backend.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,  # Ctrl-C is for us; it ends when its input closes
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def run(self, program: Program, project: Project) -> dict:
        """Run a program and wait for what it put out.

        Raises:
            Problem: The process cannot import its backend, or died.
        """
        try:
            self._ready.result(timeout=IMPORT_LIMIT)
        except TimeoutError:
            self._process.kill()
            raise Problem(
                f"{self.backend.name}: not imported after {IMPORT_LIMIT} s"
            ) from None
        reply: Future = Future()
        message = {"program": program.name, "root": str(project.root)}
        with self._lock:
            message["id"] = number = next(self._ids)
            self._replies[number] = reply
            try:
                self._process.stdin.write(json.dumps(message).encode() + b"\n")
                self._process.stdin.flush()
            except OSError:
                reply.set_exception(self._dead())
        return reply.result()

    def close(self) -> None:
        """End the process and all its children."""
        with self._lock:
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        self._log.close()

    def _read(self) -> None:
        for line in self._process.stdout:
            reply = json.loads(line)
            if "ready" in reply:
                self._ready.set_result(True)
            else:
                self._replies.pop(reply["id"]).set_result(reply)
        self._process.wait()
        for future in [self._ready, *self._replies.values()]:
            if not future.done():
                future.set_exception(self._dead())

    def _dead(self) -> Problem:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=10)
        written = Path(self._log.name).read_bytes()  # its position is the process's own
        said = written.decode("utf-8", "replace").strip()[-2000:]
        return Problem(
            f"{self.backend.name}: the process that imports it ended, with status "
            f"{self._process.returncode}: {said or 'it said nothing'}"
        )
