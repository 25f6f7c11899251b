"""The command line: `python -m execdocs`."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import click

from execdocs.editions.codeblocks import write_editions
from execdocs.model.backend import installed
from execdocs.model.problem import Problem, together
from execdocs.model.project import Project
from execdocs.pages.audit import audit
from execdocs.records.record import failures
from execdocs.run.pool import Runner
from execdocs.run.stale import read_programs, refresh, stale_jobs


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds docs/ and snippets/ (default: this one).",
)
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Run the programs in snippets/ and keep what they put out for the pages in docs/.

    Every command exits with 0 where all is well, else with 1; with 2 where it was
    called wrongly.
    """
    context.obj = Project(root.resolve())


@cli.command()
@click.argument("programs", nargs=-1, metavar="[PROGRAM]...")
@click.option("--force", is_flag=True, help="Run also what is fresh.")
@click.pass_obj
def run(project: Project, programs: tuple[str, ...], force: bool) -> None:
    """Run what is stale: all programs, or PROGRAMs such as layers/linear.py."""
    names = [_name(project, program) for program in programs]
    started = time.monotonic()
    with Runner(project) as runner:
        results, problems = refresh(project, runner, names, force=force)
    seconds = time.monotonic() - started
    for result in results:
        click.echo(f"{result.seconds:6.2f} s  {result.job}: {result.job.reason}")
    click.echo(f"{len(results)} run in {seconds:.1f} s, {len(problems)} failed")
    if problems:
        raise Problem(*problems)


@cli.command()
@click.pass_obj
def status(project: Project) -> None:
    """Say for each program whether its record is fresh, and if not, why."""
    programs, problems = read_programs(project)
    stale = {str(job): job.reason for job in stale_jobs(project, programs)}
    for program in programs:
        for backend in program.backends:
            job = f"{program.name} [{backend}]"
            if reason := stale.get(job):
                click.echo(f"stale  {job}: {reason}")
            elif installed([backend]):
                click.echo(f"fresh  {job}")
            else:
                click.echo(f"absent {job}: {backend} is not installed")
    if problems:
        raise Problem(*problems)


@cli.command()
@click.pass_obj
def check(project: Project) -> None:
    """Fail unless all records are fresh and green and all pages are in order."""
    programs, unread = read_programs(project)
    stale = [
        f"{job.program.place} [{job.backend}]: {job.reason}"
        for job in stale_jobs(project, programs, retry=False)
    ]
    failed = failures(project, programs)
    if problems := together(audit(project), [*unread, *stale, *failed]):
        raise Problem(*problems)


@cli.command()
@click.pass_obj
def editions(project: Project) -> None:
    """Write the pages' blocks as pytest-codeblocks reads them."""
    if problems := audit(project):
        raise Problem(*problems)
    for backend, count in write_editions(project).items():
        click.echo(f"{count} blocks in {project.editions / backend}")


@cli.command()
@click.pass_obj
def clean(project: Project) -> None:
    """Delete all records and editions."""
    shutil.rmtree(project.records.parent, ignore_errors=True)


def _name(project: Project, argument: str) -> str:
    """Return a program's name for its path, or the argument as it is."""
    for base in (Path.cwd(), project.root):
        path = (base / argument).resolve()
        if path.is_relative_to(project.snippets):
            return path.relative_to(project.snippets).as_posix()
    return argument


if __name__ == "__main__":
    sys.exit(cli(prog_name="python -m execdocs"))
