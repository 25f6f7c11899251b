"""Run programs in warm processes, as many at once as there are cores."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from execdocs.backends import BACKENDS, ENVIRONMENT, Backend, installed
from execdocs.parse import Program
from execdocs.problem import Problem
from execdocs.project import Project
from execdocs.record import write_record

IMPORT_LIMIT = 300  # seconds in which a backend must have been imported
START_METHOD = "fork" if hasattr(os, "fork") else "spawn"


@dataclass(frozen=True)
class Job:
    """A program to run on a backend, and why."""

    program: Program
    backend: str
    reason: str

    def __str__(self) -> str:
        return f"{self.program.name} [{self.backend}]"


@dataclass(frozen=True)
class Result:
    """What became of a job."""

    job: Job
    failure: str | None
    seconds: float  # from start to end
    cpu: float  # seconds of CPU time, the imports not counted


class Warm:
    """A backend's warm process, seen from here."""

    def __init__(self, backend: Backend, modules: Iterable[str]) -> None:
        self.backend = backend
        self._ids = itertools.count()
        self._lock = threading.Lock()
        self._ready: Future = Future()
        self._replies: dict[int, Future] = {}
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as this
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "execdocs.warm", START_METHOD),
                *dict.fromkeys([*backend.modules, *sorted(modules)]),
            ],
            cwd=Path(__file__).parent.parent,
            env={**os.environ, **ENVIRONMENT, **backend.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,  # Ctrl-C is for us; it ends when its input closes
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def run(self, job: Job, root: Path) -> dict:
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
        message = {"program": job.program.name, "root": str(root)}
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
        self._log.seek(0)
        said = self._log.read().decode("utf-8", "replace").strip()[-2000:]
        return Problem(
            f"{self.backend.name}: the process that imports it ended, with status "
            f"{self._process.poll()}: {said or 'it said nothing'}"
        )


class Runner:
    """Runs programs in warm processes, which live until it is closed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._warm: dict[str, Warm] = {}

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        while self._warm:
            self._warm.popitem()[1].close()

    def warm(self, programs: Iterable[Program]) -> None:
        """Start importing what programs import, one process a backend."""
        modules: dict[str, set[str]] = {}
        for program in programs:
            for backend in installed(program.backends):
                modules.setdefault(backend, set()).update(program.imports)
        for backend, names in modules.items():
            if backend not in self._warm:
                self._warm[backend] = Warm(BACKENDS[backend], names)

    def run(
        self,
        jobs: Sequence[Job],
        started: Callable[[Job], None] = lambda job: None,
        ended: Callable[[Result], None] = lambda result: None,
    ) -> list[Result]:
        """Run jobs, as many at once as there are cores, and write their records."""
        self.warm(job.program for job in jobs)
        # The longest first, so that none of them is left over at the end.
        jobs = sorted(jobs, key=lambda job: -sum(c.timeout for c in job.program.cells))
        results = []

        def run(job: Job) -> dict:
            started(job)
            return self._warm[job.backend].run(job, self.project.root)

        with ThreadPoolExecutor(max_workers=cores()) as pool:
            futures = {pool.submit(run, job): job for job in jobs}
            try:
                for future in as_completed(futures):
                    result = self._keep(futures[future], future.result())
                    ended(result)
                    results.append(result)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                self.close()
                raise
        return results

    def _keep(self, job: Job, reply: dict) -> Result:
        failure = reply["failure"]
        write_record(
            self.project,
            job.program,
            job.backend,
            reply["outputs"],
            reply["files"],
            failure,
        )
        return Result(job, failure, reply.get("seconds", 0.0), reply.get("cpu", 0.0))


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
