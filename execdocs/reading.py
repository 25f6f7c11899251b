"""Read what stands in a project, each file once.

What is known from an earlier build is kept where its text is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from execdocs.model.backend import installed
from execdocs.model.percent import check_backends, program_names, read_program
from execdocs.model.problem import Problem, Refused
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.pages.page import Page, read_page
from execdocs.records.record import Record, read_record

Target = tuple[str, str]  # a program and a backend


def read_programs(
    project: Project, names: Iterable[str], known: Mapping[str, Program]
) -> tuple[dict[str, Program], dict[str, Problem]]:
    """Read all programs, and look for the named ones; return also what is wrong."""
    programs: dict[str, Program] = {}
    refused: dict[str, Problem] = {}
    for name in dict.fromkeys([*program_names(project), *names]):
        try:
            program = read_program(project, name, known.get(name))
            check_backends(program)
            programs[name] = program
        except Refused as error:
            refused[name] = error.problems[0]
    return programs, refused


def read_records(
    project: Project, programs: Iterable[Program], known: Mapping[Target, Record]
) -> dict[Target, Record | str]:
    """Return the record of each program on each backend, or why there is none."""
    return {
        (program.name, backend): read_record(
            project, program.name, backend, known.get((program.name, backend))
        )
        for program in programs
        for backend in installed(program.backends)
    }


def read_pages(
    project: Project, known: Mapping[str, Page]
) -> tuple[dict[str, Page], tuple[Problem, ...]]:
    """Read all pages; return also what is wrong with those that cannot be read."""
    pages: dict[str, Page] = {}
    unread: list[Problem] = []
    for path in project.page_paths():
        try:
            uri = path.relative_to(project.docs).as_posix()
            pages[uri] = read_page(project, path, known.get(uri))
        except Refused as error:
            unread += error.problems
    return pages, tuple(unread)
