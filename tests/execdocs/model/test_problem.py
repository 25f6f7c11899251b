"""Messages help, and so does how files are read and written."""

import pytest

from execdocs.model.problem import Problem, Refused, nearest, told_once
from execdocs.model.project import Project, read_text, write_whole


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("lienar", ["linear", "use"], "did you mean `linear`?"),
        ("zzz", ["use", "define"], "there is `define`, `use`"),
        ("zzz", [], "there is none"),
        ("", ["use"], "there is `use`"),
    ],
)
def test_a_hint_names_the_nearest_or_all(name, known, hint):
    assert nearest(name, known) == hint


def test_a_problem_reads_as_its_place_and_its_message():
    problem = Problem("snippets/a.py:5", "ValueError: one")
    assert str(problem) == "snippets/a.py:5: ValueError: one"
    seen = problem.seen_from("docs/x.md:3")
    assert str(seen) == "docs/x.md:3 → snippets/a.py:5: ValueError: one"
    assert str(problem) == "snippets/a.py:5: ValueError: one"  # the value stays


def test_several_problems_are_refused_at_once():
    problems = Problem("a.py:1", "one"), Problem("b.py:2", "two")
    refused = Refused(*problems)
    assert refused.problems == problems
    assert refused.format_message() == "a.py:1: one\nb.py:2: two"
    assert refused.exit_code == 1


def test_a_problem_that_several_places_show_is_told_once():
    problem, other = Problem("a.py:1", "one"), Problem("a.py:1", "two")
    first = problem.seen_from("x.md:1")
    assert told_once([first, other, problem.seen_from("y.md:2"), problem]) == (
        first,
        other,
    )


def test_a_text_with_windows_line_ends_is_read_as_any_other(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\r\n")
    assert read_text(path, "a.txt") == "one\ntwo\n"


def test_a_missing_text_is_a_problem(tmp_path):
    with pytest.raises(Refused, match=r"^docs/a\.md: no such file$"):
        read_text(tmp_path / "a.md", "docs/a.md")


def test_a_text_that_cannot_be_written_leaves_the_old_one(tmp_path):
    project = Project(tmp_path)
    path = tmp_path / "sub/a.txt"
    write_whole(project, path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(project, path, "new\udc80")
    assert path.read_text() == "old"
    assert [*path.parent.iterdir()] == [path]
