"""Which programs have to run, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from execdocs.model.backend import installed
from execdocs.model.program import Program
from execdocs.records.key import Today
from execdocs.records.record import Record


@dataclass(frozen=True)
class Job:
    """A program to run on a backend, and why."""

    program: Program
    backend: str
    reason: str

    def __str__(self) -> str:
        return f"{self.program.name} [{self.backend}]"


def stale_jobs(
    programs: Iterable[Program],
    records: Mapping[tuple[str, str], Record | str],
    today: Today,
    *,
    force: bool = False,
    retry: bool = True,
) -> list[Job]:
    """Return what has to run.

    Args:
        programs: The programs in question.
        records: By program and backend, the record, or why there is none.
        today: What the keys of records are compared with.
        force: Run also what is fresh.
        retry: Run also what failed before, with nothing changed since.
    """
    jobs = []
    for program in programs:
        for backend in installed(program.backends):
            record = records[program.name, backend]
            if force:
                reason: str | None = "forced"
            elif isinstance(record, str):
                reason = record
            else:
                reason = today.difference(record.key, backend)
                if reason is None and retry and record.failure:
                    reason = "failed before"
            if reason:
                jobs.append(Job(program, backend, reason))
    return jobs
