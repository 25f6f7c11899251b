"""Show how far the programs are, on the terminal of whoever waits for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Column

from execdocs.model.program import Program
from execdocs.run.pool import Done, Pool
from execdocs.run.stale import Job


def work_with_progress(
    pool: Pool, jobs: Sequence[Job], programs: Iterable[Program]
) -> list[Done]:
    """Run jobs in a pool, and draw a bar meanwhile; see `Pool.work`."""
    if not jobs:
        return []
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

        def ended(job: Job) -> None:
            running.remove(str(job))
            progress.update(task, advance=1, running=", ".join(running))

        return pool.work(jobs, programs, started, ended)
