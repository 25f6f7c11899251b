"""Bring all records up to date: find what is stale, run it, say what failed."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Column

from execdocs.model.backend import installed
from execdocs.model.percent import check_backends, program_names, read_program
from execdocs.model.problem import Problem
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.records.record import failures, read_record, why_stale
from execdocs.run.pool import Job, Result, Runner


def refresh(
    project: Project,
    runner: Runner,
    names: Iterable[str] = (),
    *,
    force: bool = False,
    retry: bool = True,
) -> tuple[list[Result], list[str]]:
    """Run the named programs, or all, where stale; show how far it is.

    Args:
        project: The site.
        runner: Where programs run; it stays open.
        names: Programs, as pages name them.
        force: Run also what is fresh.
        retry: Run also what failed before, with nothing changed since.

    Returns:
        The results of what was run, and what is wrong with any of the programs.
    """
    programs, problems = read_programs(project, names)
    jobs = stale_jobs(project, programs, force=force, retry=retry)
    results = _run(runner, jobs) if jobs else []
    return results, problems + failures(project, programs)


def read_programs(
    project: Project, names: Iterable[str] = ()
) -> tuple[list[Program], list[str]]:
    """Read the named programs, or all; return them and what is wrong with others."""
    programs, problems = [], []
    for name in names or program_names(project):
        try:
            program = read_program(project, name)
            check_backends(program)
            programs.append(program)
        except Problem as problem:
            problems += problem.messages
    return programs, problems


def stale_jobs(
    project: Project,
    programs: Iterable[Program],
    *,
    force: bool = False,
    retry: bool = True,
) -> list[Job]:
    """Return what has to run, on which backend, and why."""
    jobs = []
    for program in programs:
        for backend in installed(program.backends):
            reason = "forced" if force else why_stale(project, program, backend)
            if reason is None and retry:
                record = read_record(project, program.name, backend)
                reason = "failed before" if record and record.failure else None
            if reason:
                jobs.append(Job(program, backend, reason))
    return jobs


def _run(runner: Runner, jobs: list[Job]) -> list[Result]:
    progress = Progress(
        TextColumn("Running programs"),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn(
            "{task.fields[running]}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1),
        ),
        console=Console(stderr=True),
        transient=True,
        expand=True,
    )
    running: list[str] = []
    with progress:
        task = progress.add_task("", total=len(jobs), running="importing")

        def started(job: Job) -> None:
            running.append(str(job))
            progress.update(task, running=", ".join(running))

        def ended(result: Result) -> None:
            running.remove(str(result.job))
            progress.update(task, advance=1, running=", ".join(running))

        return runner.run(jobs, started, ended)
