"""Messages help, and so does how files are read and written."""

import pytest

from execdocs.model.problem import Problem, nearest
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


def test_several_messages_are_one_problem():
    problem = Problem("a.py:1: one", "b.py:2: two")
    assert problem.format_message() == "a.py:1: one\nb.py:2: two"
    assert problem.exit_code == 1


def test_a_text_with_windows_line_ends_is_read_as_any_other(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\r\n")
    assert read_text(path, "a.txt") == "one\ntwo\n"


def test_a_missing_text_is_a_problem(tmp_path):
    with pytest.raises(Problem, match=r"^docs/a\.md: no such file$"):
        read_text(tmp_path / "a.md", "docs/a.md")


def test_a_text_that_cannot_be_written_leaves_the_old_one(tmp_path):
    project = Project(tmp_path)
    path = tmp_path / "sub/a.txt"
    write_whole(project, path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(project, path, "new\udc80")
    assert path.read_text() == "old"
    assert [*path.parent.iterdir()] == [path]
