"""The part Learn is short, plain and in order: nothing is used before it is taught."""

import ast
import itertools
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pyphen
import pytest

from execdocs.model.percent import program_names, read_program
from execdocs.model.project import Project

ROOT = Path(__file__).parent.parent
PROJECT = Project(ROOT)
PART = ROOT / "docs/learn"
NAMES = {
    chapter: each["names"]
    for chapter, each in tomllib.loads(
        (ROOT / "snippets/learn/names.toml").read_text()
    ).items()
}
CHAPTERS = [*NAMES][1:]  # the first is the page "Before you start"
WORDS, ALL_WORDS, CODE_LINES, READING_EASE = 1300, 16_000, 90, 60

SYLLABLES = pyphen.Pyphen(lang="en_US")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCE = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
CELL = re.compile(r'--8<-- "(learn/[\w/-]+\.py):(\w+)"')
DRAWING = re.compile(r"!\[([^\]]+)\]\((pictures/[\w-]+\.svg)\)\{[^}]*\.drawing")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
OTHER_TABS = re.compile(r'^( *)=== "(?:JAX|PyTorch)"\n(?:\1 +.*\n|\n)+', re.MULTILINE)
SEARCHED = re.compile(r"^\*Also searched as: .*?\*$", re.DOTALL | re.MULTILINE)

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS)
each_page = pytest.mark.parametrize("chapter", NAMES)


def text_of(chapter: str) -> str:
    return FRONT.sub("", (PART / f"{chapter}.md").read_text())


def lesson_of(chapter: str) -> str:
    """Return a chapter without its exercises."""
    return text_of(chapter).partition("\n## Exercises\n")[0]


def prose_of(chapter: str) -> str:
    """Return what is read as text: no code, no pictures, no headings of tabs."""
    text = SEARCHED.sub("", FENCE.sub("", text_of(chapter)))
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?", "", text)
    text = LINK.sub(r"\1", text)
    text = re.sub(r"^\|[ :|-]+\|$", "", text, flags=re.MULTILINE)
    text = re.sub(r'^ *(===|\?\?\?\+?|!!!) *\w* *"(.*)"$', r"\2", text, flags=re.M)
    return re.sub(r"[#*|>]|^\s*1\. |^\s*- |\{[^}]*\}", " ", text, flags=re.MULTILINE)


def sentences_of(chapter: str) -> str:
    """Return only whole sentences, with names of code as one word each."""
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*(?:-|1\.|\|) )", prose_of(chapter))
    kept = [" ".join(each.split()) for each in paragraphs]
    kept = [each for each in kept if each.endswith((".", "?", "!", ":"))]
    return CODE.sub("code", "\n".join(kept))


def reading_ease(text: str) -> float:
    """Return the measure of R. Flesch (1948): 60 is plain English, 100 very easy."""
    words = re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", text)
    sentences = re.findall(r"[.?!:](?=\s|$)", text)
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    by_sentence, by_word = len(words) / len(sentences), syllables / len(words)
    return 206.835 - 1.015 * by_sentence - 84.6 * by_word


def programs_of(chapter: str) -> list[str]:
    folder = f"learn/{chapter}/"
    return [name for name in program_names(PROJECT) if name.startswith(folder)]


def known_before(chapter: str) -> set[str]:
    """Return the names that a chapter and those before it introduce."""
    order = [*NAMES]
    return {name for each in order[: order.index(chapter) + 1] for name in NAMES[each]}


@pytest.fixture(scope="module")
def names_of_keras() -> set[str]:
    """Return the public attributes of the classes of Keras that readers derive from."""
    program = (
        "import keras\n"
        "kinds = keras.Layer, keras.Model, keras.Sequential, keras.Variable\n"
        "print(*{name for kind in kinds for name in dir(kind) if name[0] != '_'})"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=120
    )
    return {*done.stdout.splitlines()[-1].split()}


def used_in(tree: ast.AST) -> tuple[set[str], set[str]]:
    """Return the names with dots that come from imports, and all other attributes."""
    modules, dotted, single = {}, set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                dotted.add(each.name)
                short = each.asname or each.name.partition(".")[0]
                modules[short] = each.name if each.asname else short
        elif isinstance(node, ast.ImportFrom):
            for each in node.names:
                modules[each.asname or each.name] = f"{node.module}.{each.name}"
    inner = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            parts, at = [node.attr], node.value
            while isinstance(at, ast.Attribute):
                parts.append(at.attr)
                inner.add(at)
                at = at.value
            if isinstance(at, ast.Name) and at.id in modules:
                if node not in inner:
                    dotted.add(".".join([modules[at.id], *reversed(parts)]))
            else:
                single |= {*parts}
        elif isinstance(node, ast.FunctionDef):
            single.add(node.name)
            single |= {each.arg for each in node.args.args}
        elif isinstance(node, ast.keyword) and node.arg:
            single.add(node.arg)
    return dotted, single


def is_known(name: str, known: set[str]) -> bool:
    parts = name.split(".")
    return any(".".join(parts[: i + 1]) in known for i in range(len(parts)))


def test_the_list_and_the_navigation_have_the_same_order():
    navigation = (ROOT / "mkdocs.yml").read_text()
    assert re.findall(r"learn/([\w-]+)\.md", navigation) == [*NAMES]


def test_the_part_is_short():
    assert sum(len(prose_of(chapter).split()) for chapter in NAMES) < ALL_WORDS


@each_page
def test_a_chapter_is_short(chapter):
    assert len(prose_of(chapter).split()) <= WORDS
    # A reader stays on one tab, so what stands in the others is not read.
    text, lines = OTHER_TABS.sub("", lesson_of(chapter)), 0
    for name, cell in CELL.findall(text):
        cells = {each.name: each for each in read_program(PROJECT, name).cells}
        lines += sum(bool(line.strip()) for line in cells[cell].source.splitlines())
    assert lines <= CODE_LINES


@each_page
def test_a_chapter_is_plain(chapter):
    assert reading_ease(sentences_of(chapter)) >= READING_EASE


@each_page
@pytest.mark.timeout(180)
def test_nothing_is_used_before_it_is_taught(chapter, names_of_keras):
    known, all_names = known_before(chapter), {*itertools.chain(*NAMES.values())}
    early = set()
    for name in programs_of(chapter):
        dotted, single = used_in(ast.parse((PROJECT.snippets / name).read_bytes()))
        listed = names_of_keras | all_names
        early |= {f"{name}: {each}" for each in single & listed if each not in known}
        dotted -= {"keras"}
        early |= {f"{name}: {each}" for each in dotted if not is_known(each, known)}
    for each in CODE.findall(prose_of(chapter)):
        word = each.strip("()@.").split("(")[0]
        if word in all_names and not is_known(word, known):
            early.add(f"the text: {each}")
    assert not early


@each_page
def test_what_a_chapter_introduces_stands_in_it(chapter):
    sources = [(PROJECT.snippets / name).read_text() for name in programs_of(chapter)]
    everything = "\n".join([text_of(chapter), *sources])
    last_parts = {name: name.rpartition(".")[2] for name in NAMES[chapter]}
    missing = {
        name
        for name, last in last_parts.items()
        if not re.search(rf"\b{re.escape(last)}\b", everything)
    }
    assert not missing


@each_chapter
def test_a_chapter_has_a_picture(chapter):
    text = lesson_of(chapter)
    drawings = DRAWING.findall(text)
    figures = re.findall(r'^```python .*alt="([^"]+)"', text, flags=re.MULTILINE)
    assert [*drawings, *figures]
    for _, path in drawings:
        assert (PART / path).read_text().startswith("<svg ")


@each_chapter
def test_a_chapter_shows_one_mistake_at_most(chapter):
    shown = {name for name, _ in CELL.findall(lesson_of(chapter))}
    wrong = {
        name
        for name in shown
        if read_program(PROJECT, name).cells[-1].raises
        or "Wrong on purpose" in (PROJECT.snippets / name).read_text()
    }
    assert len(wrong) <= 1


@each_chapter
def test_a_chapter_ends_with_three_lines_and_two_exercises(chapter):
    text = text_of(chapter)
    remember = text.partition("\n## What to remember\n")[2].partition("\n## ")[0]
    assert len(re.findall(r"^- ", remember, flags=re.MULTILINE)) == 3
    exercises = text.partition("\n## Exercises\n")[2].partition("\n## ")[0]
    warm_up, build_it = re.split(r"^### Build it", exercises, flags=re.MULTILINE)
    assert re.search(r"^### Warm-up", warm_up, flags=re.MULTILINE)
    for each in (warm_up, build_it):
        starts = {name for name, _ in CELL.findall(each) if "/exercise_" in name}
        assert len(starts) == 1
    [start] = starts
    assert "gradient" in read_program(PROJECT, start).cells[-1].source
