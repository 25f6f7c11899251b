"""Each mistake stands beside its cure, and proves itself."""

import ast
import re

import pytest

from execdocs.model.percent import program_names, read_program
from execdocs.model.project import Project
from execdocs.records.output import Error
from tests.current import current
from tests.site.conftest import ROOT

PROJECT = Project(ROOT)
FOLDER = "mistakes"
SILENT = ("mistakes/silent/", "mistakes/lost/")
PROGRAMS = [name for name in program_names(PROJECT) if name.startswith(f"{FOLDER}/")]
FRAME = re.compile(
    "(Exception encountered when|Unable to automatically build|A total of) .*"
)  # what stands around the messages of others
VARIABLE = re.compile(
    r"`[^`]*`|'[^']*'|\"[^\"]*\"|<[^>]*>|\d+"
)  # differs from case to case
TELLING = 7  # words: shorter messages are said of many things
MISTAKES = [name for name in PROGRAMS if not name.endswith("_cured.py")]


def cure_of(mistake):
    return mistake.replace(".py", "_cured.py")


def asserts(program):
    nodes = ast.walk(ast.parse(program.text))
    return any(isinstance(node, ast.Assert) for node in nodes)


def sections(chapters):
    """Yield the place of each section with a program, and the programs in it."""
    for name, page in chapters.items():
        found = {}
        if name.startswith(f"{FOLDER}/"):
            for block in page.select(".program[data-source]"):
                anchor = block.find_previous("h2")["id"]
                found.setdefault(anchor, []).append(block["data-source"])
        for anchor, programs in found.items():
            yield f"{name}#{anchor}", [*dict.fromkeys(programs)]


def test_every_mistake_is_followed_by_its_cure(chapters):
    assert len(MISTAKES) >= 25
    shown = []
    for place, programs in sections(chapters):
        mistakes = [each for each in programs if each in MISTAKES]
        assert sorted([*mistakes, *map(cure_of, mistakes)]) == sorted(programs), place
        for each in mistakes:
            assert programs.index(each) < programs.index(cure_of(each)), place
        shown += programs
    assert sorted(shown) == sorted(PROGRAMS)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_shows_itself_and_its_cure_does_not(name):
    mistake, cure = (read_program(PROJECT, each) for each in (name, cure_of(name)))
    declared = [mistake.cells[-1].raises, *(cell.warns for cell in mistake.cells)]
    if name.startswith(SILENT):
        assert not any(declared)
        assert asserts(mistake) and asserts(cure)
    else:
        assert any(declared)
    assert not any([cure.cells[-1].raises, *(cell.warns for cell in cure.cells)])


def messages():
    """Yield the page and the program of each message, with what does not vary of it."""
    for uri, shown in current().shown.items():
        for each in shown.values():
            for output in (one for made in each.outputs.values() for one in made):
                if isinstance(output, Error):
                    lines = FRAME.sub("", output.message).strip().split("\n")
                    text = VARIABLE.sub("", lines[0])
                    if len(text.split()) >= TELLING:
                        yield uri, each.program.name, f"{output.name}: {text}"


def test_a_chapter_links_to_a_mistake_instead_of_making_it():
    shown = [*messages()]
    known = {text: name for uri, name, text in shown if uri.startswith(f"{FOLDER}/")}
    again = {
        f"{name} shows what {known[text]} shows"
        for uri, name, text in shown
        if not uri.startswith(f"{FOLDER}/") and "/exercise_" not in name
        if text in known
    }
    assert not again, "\n".join(sorted(again))
