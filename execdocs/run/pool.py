"""Run programs on servers, as many at once as keep all cores busy."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.records.record import Outcome, Record, prepare, write_record
from execdocs.run.client import Client
from execdocs.run.stale import Job


@dataclass(frozen=True)
class Done:
    """A job that has ended, and what it left."""

    job: Job
    outcome: Outcome
    record: Record


class Pool:
    """Runs programs on servers, one for each backend, which live until it is closed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._clients: dict[str, Client] = {}

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all servers."""
        while self._clients:
            self._clients.popitem()[1].close()

    def start(self, backends: Iterable[str], programs: Iterable[Program]) -> None:
        """Start a server for each backend that has none, without waiting for it.

        Args:
            backends: What is going to be used.
            programs: All programs of the site. A server imports what any of them
                imports, so that a record does not depend on what else is run.
        """
        programs = [*programs]
        for name in backends:
            if name not in self._clients:
                modules = {
                    module
                    for program in programs
                    if name in program.backends
                    for module in program.imports
                }
                self._clients[name] = Client(BACKENDS[name], modules)

    def work(
        self,
        jobs: Sequence[Job],
        programs: Iterable[Program],
        started: Callable[[Job], None] = lambda job: None,
        ended: Callable[[Job], None] = lambda job: None,
    ) -> list[Done]:
        """Run jobs, several at once, and write their records.

        Args:
            jobs: What to run.
            programs: All programs of the site; see `start`.
            started: Is told of each job that starts.
            ended: Is told of each job whose record is written.

        Raises:
            Refused: A backend cannot be imported, or a record cannot be written.
        """
        self.start(dict.fromkeys(job.backend for job in jobs), programs)
        # The longest first, so that none of them is left for the end.
        ordered = sorted(jobs, key=lambda job: job.program.length, reverse=True)
        finished = []

        def ask(job: Job) -> Outcome:
            started(job)
            return self._clients[job.backend].ask(job.program, self.project)

        # One more than cores: one program or another always waits, starts or ends.
        with ThreadPoolExecutor(max_workers=cores() + 1) as threads:
            try:
                futures = {threads.submit(ask, job): job for job in ordered}
                prepare()  # while the backend is being imported
                for future in as_completed(futures):
                    job, outcome = futures[future], future.result()
                    record = write_record(
                        self.project, job.program, job.backend, outcome
                    )
                    ended(job)
                    finished.append(Done(job, outcome, record))
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                self.close()
                raise
        return finished


def usable(programs: Iterable[Program]) -> list[str]:
    """Return the installed backends that any of the programs names, in their order."""
    named = {name for program in programs for name in program.backends}
    return [name for name in installed(BACKENDS) if name in named]


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
