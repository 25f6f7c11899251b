"""A record is a notebook that anybody can read, whole or not at all.

How files are read and written is the duty of `execdocs.model.project`.
"""

import json
import os
import shutil

import nbformat
import pytest

from execdocs.records.record import read_record

# The command where no file may grow beyond the size of a short text.
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
"""


def test_a_record_is_a_valid_notebook(site):
    site.program("""
        # %% define
        class Layer: ...
        # %% use warns=UserWarning
        import warnings
        print("text")
        warnings.warn("old")
        # %% wrong raises=ValueError
        int("x")
    """)
    site.succeeds("run")
    notebook = nbformat.read(site.record(), as_version=4)
    nbformat.validate(notebook)
    title, *cells = notebook.cells
    assert (title.cell_type, title.source) == ("markdown", "# A program.")
    assert [cell.id for cell in cells] == ["define", "use", "wrong"]
    assert [cell.execution_count for cell in cells] == [1, 2, 3]
    assert cells[0].source == "class Layer: ..."
    assert [output.output_type for output in cells[1].outputs] == ["stream", "stream"]
    assert cells[2].outputs[0].output_type == "error"


def test_two_cold_runs_make_the_same_bytes(site, tmp_path):
    site.program("""
        # %% use warns=UserWarning
        import json
        import warnings
        from pathlib import Path

        Path(__file__).with_name("data.csv").read_text()
        print({"a", "b"}, json.dumps([1]))
        warnings.warn("old")
        # %% wrong raises=ValueError
        raise ValueError(f"{object()}")
    """)
    site.write("snippets/data.csv", "1,2")
    site.succeeds("run")
    first = site.record().read_bytes()
    site.succeeds("clean")
    assert not site.project.work.exists()
    moved = type(site)(shutil.copytree(site.root, tmp_path / "elsewhere"))
    site.succeeds("run")
    moved.succeeds("run")
    assert site.record().read_bytes() == first
    assert moved.record().read_bytes() == first


def test_a_record_holds_no_path_of_the_machine(site):
    site.program("# %% use raises=OSError\nopen('/nowhere/at/all')")
    site.succeeds("run")
    text = site.record().read_text()
    assert str(site.root) not in text
    assert os.path.expanduser("~") not in text


def damage_by_cutting(text):
    return text[: len(text) // 2]


def damage_by_hand(text):
    return text.replace("kept\\n", "better\\n")


def damage_by_hiding_a_failure(text):
    return text.replace('"failure": null', '"failure": "hidden"')


def damage_of_the_key(text):
    return text.replace('"backend": "tensorflow"', '"backend": "jax"')


def damage_by_another_format(text):
    return "[]"


def damage_by_emptying(text):
    return ""


@pytest.mark.parametrize(
    "damage",
    [
        damage_by_cutting,
        damage_by_hand,
        damage_by_hiding_a_failure,
        damage_of_the_key,
        damage_by_another_format,
        damage_by_emptying,
    ],
)
def test_a_damaged_record_is_run_again(kept, damage):
    path = kept.record("kept.py")
    text = path.read_text()
    assert damage(text) != text
    path.write_text(damage(text))
    assert "stale  kept.py [tensorflow]: its record is damaged" in kept.succeeds(
        "status"
    )
    assert "its record is damaged" in kept.fails("check")
    assert "1 run" in kept.succeeds("run")


def test_a_record_that_is_no_text_is_run_again(kept):
    kept.record("kept.py").write_bytes(b"\xff\xfe\x00")
    assert "its record is damaged" in kept.succeeds("run")


def test_a_record_in_another_layout_is_still_good(kept):
    """Git, say, may change line ends; the content is what counts."""
    path = kept.record("kept.py")
    before = path.read_bytes()
    path.write_text(json.dumps(json.loads(before)))
    kept.succeeds("check")
    path.write_bytes(before)


def test_a_record_that_cannot_be_written_is_told(site):
    """A file stands where the folder has to be; this stops the superuser, too."""
    site.program("# %% use\nprint(1)")
    site.write(".execdocs/records/tensorflow", "in the way")
    message = site.fails("run")
    assert message.startswith(
        ".execdocs/records/tensorflow/a.ipynb: cannot be written: "
    )
    assert "make room, or the folder writable, and run again" in message
    assert site.project.records.joinpath("tensorflow").read_text() == "in the way"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_is_read_only_is_told(kept):
    kept.program("# %% use\nprint(1)")
    kept.record().parent.chmod(0o555)
    try:
        message = kept.fails("run")
    finally:
        kept.record().parent.chmod(0o755)
    assert "cannot be written: Permission denied; make room" in message


def test_a_disk_that_is_full_is_told_and_leaves_the_old_record(site):
    site.program("# %% use\nprint(1)")
    site.succeeds("run")
    before = site.record().read_bytes()
    assert len(before) > 500
    script = FULL + site.command
    with site.start("run", "--force", script=script) as command:
        said, _ = command.communicate(timeout=20)
    assert command.returncode == 1
    assert (
        "Error: .execdocs/records/tensorflow/a.ipynb: cannot be written: "
        "File too large; make room" in said
    )
    assert "Traceback" not in said
    assert site.record().read_bytes() == before
    assert [*site.record().parent.iterdir()] == [site.record()]


def test_what_was_run_before_the_disk_was_full_is_kept(site):
    site.program("# %% use\nprint(1)")
    site.program("# %% use\nprint(2)", "sub/b.py")
    site.write(".execdocs/records/tensorflow/sub", "in the way")
    site.fails("run", "a.py", "sub/b.py")
    site.invoke("run", "a.py")
    assert site.printed() == "1\n"


def test_a_failed_record_says_so(site):
    site.program("# %% use\nint('x')")
    site.fails("run")
    record = read_record(site.project, "a.py", "tensorflow")
    assert record.failure.place == "snippets/a.py:5"
    assert record.failure.message.startswith("ValueError: invalid literal")
    nbformat.validate(nbformat.read(site.record(), as_version=4))


def test_programs_of_the_same_name_in_two_folders_have_two_records(site):
    site.program("# %% use\nprint('one')", "one/a.py")
    site.program("# %% use\nprint('two')", "two/a.py")
    site.succeeds("run")
    assert site.printed(name="one/a.py") == "one\n"
    assert site.printed(name="two/a.py") == "two\n"


def test_a_name_with_dots_keeps_its_record_to_itself(site):
    site.program("# %% use\nprint('one')", "a.one.py")
    site.program("# %% use\nprint('two')", "a.two.py")
    site.succeeds("run")
    assert site.printed(name="a.one.py") == "one\n"
    assert site.printed(name="a.two.py") == "two\n"
