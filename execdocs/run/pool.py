"""Run programs in warm processes, as many at once as keep all cores busy."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.records.record import prepare, write_record
from execdocs.run.client import Warm


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
        """Run jobs, several at once, and write their records."""
        self.warm(job.program for job in jobs)
        # The longest first, as far as one can tell, so that none is left for the end.
        jobs = sorted(jobs, key=lambda job: job.program.length, reverse=True)
        results = []

        def run(job: Job) -> dict:
            started(job)
            return self._warm[job.backend].run(job.program, self.project)

        # One more than cores: there is always one that waits, starts or ends.
        with ThreadPoolExecutor(max_workers=cores() + 1) as pool:
            try:
                futures = {pool.submit(run, job): job for job in jobs}
                prepare()  # while the backend is being imported
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
