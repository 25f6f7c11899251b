"""pytest-codeblocks runs what each button copies (`execdocs.editions.codeblocks`)."""

import subprocess
import sys

import pytest
from pytest_codeblocks import extract_from_file


@pytest.fixture(scope="module")
def written(shared_site):
    """Make a site and its editions."""
    shared_site.program("""
        # %% define
        class Layer:
            units = 4


        # %% use
        print(Layer.units)
        # %% quiet hidden
        print("hidden, but printed")
        # %% partial
        print("no end of line", end="")
        # %% wrong raises=KeyError
        {}["it's \\"x\\""]
    """)
    shared_site.program(
        "# %% use\nfence = '''\n```python\nx\n```\n'''\nprint('```\\nin\\n````')",
        "ticks.py",
    )
    shared_site.page("""
        # Title

        ```python title="a.py" hl_lines="1"
        --8<-- "a.py:define"
        ```

        !!! note

            ```py
            --8<-- "a.py:use"
            ```

        ```python
        --8<-- "a.py:partial"
        ```

        ```python
        --8<-- "a.py:wrong"
        ```

        ```python illustration
        1 / 0
        ```

        ```bash
        exit 1
        ```
    """)
    shared_site.show("ticks.py:use", "ticks.py:use", name="sub/ticks.md")
    shared_site.page("# No code", "none.md")
    shared_site.succeeds("run")
    assert shared_site.succeeds("editions").startswith("6 blocks in ")
    return shared_site


def blocks(site, name):
    return extract_from_file(site.project.editions / "tensorflow" / name)


def test_each_block_is_a_bare_fence_with_what_is_copied(written):
    found = blocks(written, "index.md")
    text = (written.project.snippets / "a.py").read_text()
    assert [block.syntax for block in found] == ["python"] * 4
    assert found[0].code == text[: text.index("\n\n\n# %% use") + 1]
    assert found[1].code == text[: text.index("# %% quiet")]
    assert found[3].code == text


def test_each_block_expects_all_that_the_program_prints_until_there(written):
    expected = [block.expected_output for block in blocks(written, "index.md")]
    hidden = "4\nhidden, but printed\n"
    assert expected[:3] == ["", "4\n", hidden + "no end of line\n"]


def test_only_an_output_without_an_end_of_line_is_compared_loosely(written):
    loose = [
        block.expected_output_ignore_whitespace for block in blocks(written, "index.md")
    ]
    assert loose == [False, False, True, True]


def test_a_declared_exception_is_a_mark_of_its_block_alone(written):
    marks = [block.marks for block in blocks(written, "index.md")]
    assert marks[:3] == [[], [], []]
    (mark,) = marks[3]
    message = []
    fake = type("pytest", (), {"mark": type("", (), {"raises": message.append})})
    eval(mark, {"pytest": fake})
    assert message == [repr('it\'s "x"')]


def test_each_block_names_the_place_on_its_page(written):
    lines = (written.project.editions / "tensorflow/index.md").read_text().splitlines()
    places = [line for line in lines if line.startswith("# docs/")]
    assert places == [
        f"# docs/index.md:{line}"
        for line in (
            written.line("```python title", "docs/index.md"),
            written.line("```py\n".strip() + "", "docs/index.md") + 6,
            written.line("a.py:partial", "docs/index.md") - 1,
            written.line("a.py:wrong", "docs/index.md") - 1,
        )
    ]


def test_ticks_in_source_and_output_do_not_close_a_fence(written):
    first, second = blocks(written, "sub/ticks.md")
    assert first.code == (written.project.snippets / "ticks.py").read_text()
    assert first.expected_output == second.expected_output == "```\nin\n````\n"


def test_a_page_without_blocks_has_no_edition(written):
    assert not (written.project.editions / "tensorflow/none.md").exists()


def run_blocks(site, *paths):
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "--codeblocks", "-q", "-rA"),
            *("-p", "no:cacheprovider", "-c", "/dev/null"),
            *(site.project.editions / "tensorflow" / path for path in paths),
        ],
        cwd=site.root,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_pytest_codeblocks_runs_them_and_finds_what_is_wrong(site):
    site.program("# %% one\nprint('one')\n# %% two\nprint('two', end='')")
    site.show("a.py:one", "a.py:two", name="sub/page.md")
    site.succeeds("run")
    site.succeeds("editions")
    done = run_blocks(site, "sub/page.md")
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout

    path = site.project.editions / "tensorflow/sub/page.md"
    path.write_text(path.read_text().replace("print('one')", "print('other')", 1))
    done = run_blocks(site, "sub/page.md")
    assert done.returncode == 1
    assert "1 failed, 1 passed" in done.stdout


def test_editions_of_pages_that_are_gone_are_gone(site):
    site.program("# %% one\nprint('one')")
    site.show("a.py:one", name="old.md")
    site.succeeds("run")
    site.succeeds("editions")
    (site.project.docs / "old.md").rename(site.project.docs / "new.md")
    site.succeeds("editions")
    assert [path.name for path in site.project.editions.rglob("*.md")] == ["new.md"]


def test_an_edition_that_cannot_be_written_is_told(kept):
    """A file stands where the folder has to be."""
    kept.write(".execdocs/editions", "in the way")
    message = kept.fails("editions")
    assert ".execdocs/editions" in message
