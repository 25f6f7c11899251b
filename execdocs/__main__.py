"""The command line: `python -m execdocs`."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import click

from execdocs.build import Build
from execdocs.editions.codeblocks import write_editions
from execdocs.model.backend import installed
from execdocs.model.problem import Problem, Refused, told_once
from execdocs.model.project import Project
from execdocs.run.pool import Pool


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
    with Pool(project) as pool:
        build = Build.load(project, pool, names, force=force)
    seconds = time.monotonic() - started
    chosen = [build.programs[name] for name in names if name in build.programs]
    refused = [build.refused[name] for name in names if name in build.refused]
    if not names:
        chosen, refused = [*build.programs.values()], [*build.refused.values()]
    problems = told_once([*refused, *build.failures(chosen)])
    for done in build.done:
        click.echo(f"{done.outcome.seconds:6.2f} s  {done.job}: {done.job.reason}")
    click.echo(f"{len(build.done)} run in {seconds:.1f} s, {len(problems)} failed")
    _report(problems)


@cli.command()
@click.pass_obj
def status(project: Project) -> None:
    """Say for each program whether its record is fresh, and if not, why."""
    build = Build.load(project)
    for program in build.programs.values():
        for backend in program.backends:
            job = f"{program.name} [{backend}]"
            if reason := build.stale.get((program.name, backend)):
                click.echo(f"stale  {job}: {reason}")
            elif installed([backend]):
                click.echo(f"fresh  {job}")
            else:
                click.echo(f"absent {job}: {backend} is not installed")
    _report(tuple(build.refused.values()))


@cli.command()
@click.pass_obj
def check(project: Project) -> None:
    """Fail unless all records are fresh and green and all pages are in order."""
    _report(Build.load(project, retry=False).problems)


@cli.command()
@click.pass_obj
def editions(project: Project) -> None:
    """Write the pages' blocks as pytest-codeblocks reads them."""
    build = Build.load(project, retry=False)
    _report(build.problems)
    for backend, count in write_editions(build).items():
        click.echo(f"{count} programs in {project.editions / backend}")


@cli.command()
@click.pass_obj
def clean(project: Project) -> None:
    """Delete all records and editions."""
    if project.work.exists():
        # At once for whoever writes meanwhile, and then at leisure.
        folder = tempfile.mkdtemp(dir=project.root, prefix=".execdocs-")
        with contextlib.suppress(FileNotFoundError):  # another was quicker
            os.replace(project.work, folder)
        shutil.rmtree(folder, ignore_errors=True)


def _report(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)


def _name(project: Project, argument: str) -> str:
    """Return a program's name for its path, or the argument as it is."""
    for base in (Path.cwd(), project.root):
        path = (base / argument).resolve()
        if path.is_relative_to(project.snippets):
            return path.relative_to(project.snippets).as_posix()
    return argument


if __name__ == "__main__":
    sys.exit(cli(prog_name="python -m execdocs"))
