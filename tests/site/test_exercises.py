"""Each chapter ends with an exercise that its start fails, and its solution passes.

That the start fails with an assertion, and the solution does not, is what the engine
demands of them: `raises=AssertionError` has to come, and nothing else may.
"""

import ast

import pytest

from execdocs.model.percent import program_names, read_program
from execdocs.model.project import Project
from tests.site.conftest import ROOT

PROJECT = Project(ROOT)
STARTS = [name for name in program_names(PROJECT) if "/exercise_" in name]
PARTS = ("learn", "layers", "models", "production")
CHAPTERS = sorted(
    path.relative_to(PROJECT.docs).as_posix()
    for part in PARTS
    for path in (PROJECT.docs / part).glob("*.md")
    if path.name != "start.md"  # what comes before the first chapter
)


def solution_of(start):
    return start.replace("/exercise_", "/solution_")


def sources(element):
    blocks = [element, *element.find_all(attrs={"data-source": True})]
    return [each["data-source"] for each in blocks if each.has_attr("data-source")]


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_has_an_exercise_with_its_solution_folded_away(chapters, name):
    heading = chapters[name].select_one("h2#exercise, h2#exercises")
    shown, folded = [], []
    for element in heading.find_next_siblings():
        if element.name == "h2":
            break
        if element.name == "details":
            assert not element.has_attr("open")
            folded += sources(element)
        else:
            shown += sources(element)
    starts = {each for each in shown if each in STARTS}
    assert starts
    assert {*map(solution_of, starts)} == {*folded}


@pytest.mark.parametrize("name", STARTS)
def test_a_start_and_its_solution_end_with_the_same_check(name):
    start, solution = (
        read_program(PROJECT, each) for each in (name, solution_of(name))
    )
    assert start.cells[-1].raises == "AssertionError"
    assert not solution.cells[-1].raises
    assert start.cells[-1].name == solution.cells[-1].name == "check"
    assert start.cells[-1].source == solution.cells[-1].source
    checks = [
        node
        for node in ast.walk(ast.parse(start.cells[-1].source))
        if isinstance(node, ast.Assert)
    ]
    assert checks
    assert all(check.msg for check in checks)
    assert "start" in {cell.name for cell in start.cells}
    assert "solve" in {cell.name for cell in solution.cells}
    assert start.backends == solution.backends
