"""pytest-codeblocks runs each program once, whole (`execdocs.editions.codeblocks`)."""

import pytest
from pytest_codeblocks import extract_from_file

MARK = "\x1e"
MARK_IN_CODE = repr(MARK)


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
        # %% partial warns=UserWarning
        print("no end of line", end="")
        __import__("warnings").warn("it's\\ntwo lines")
        # %% wrong raises=ValueError
        raise ValueError("several lines\\nit's \\"x\\" --> y")
    """)
    shared_site.program(
        """
        # %% import hidden
        from __future__ import annotations
        # %% more hidden
        from __future__ import generators
        # %% use
        print("annotations")
        """,
        "future.py",
    )
    shared_site.program("# %% use\nprint('a\\x1e_b')", "separator.py")
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

        ```python
        --8<-- "future.py:use"
        ```

        ```bash
        exit 1
        ```
    """)
    shared_site.show(
        "ticks.py:use", "ticks.py:use", "separator.py:use", name="sub/ticks.md"
    )
    shared_site.page("# No code", "none.md")
    shared_site.succeeds("run")
    assert shared_site.succeeds("editions").startswith("4 programs in ")
    return shared_site


def programs(site, name):
    return extract_from_file(site.project.editions / "tensorflow" / name)


def test_each_program_is_one_bare_fence_whose_lines_keep_their_numbers(written):
    (block, future) = programs(written, "index.md")
    assert [block.syntax, future.syntax] == ["python", "python"]
    text = (written.project.snippets / "a.py").read_text()
    *lines, last = block.code.splitlines()
    assert last == f"print({MARK!r}, flush=True)"
    mark = f'print({MARK!r}, end="", flush=True)'
    assert lines.count(mark) == 4
    markers = [n for n, line in enumerate(lines) if line == mark]
    for n, line in enumerate(text.splitlines()):
        assert line.startswith("# %% ") if n in markers else line == lines[n]
    assert "# %% define" in lines  # nothing is printed before the first cell


def test_the_output_is_that_of_each_cell_up_to_its_mark(written):
    (block, _) = programs(written, "index.md")
    cells = ["", "4\n", "hidden, but printed\n", "no end of line", "", "\n"]
    assert block.expected_output.split(MARK) == cells
    assert not block.expected_output_ignore_whitespace


def test_nothing_is_printed_before_a_future_import(written):
    (_, block) = programs(written, "index.md")
    compile(block.code, "future.py", "exec", dont_inherit=True)
    assert block.code.count(MARK_IN_CODE) == 2
    assert block.expected_output == f"{MARK}annotations\n{MARK}\n"


def test_a_program_that_uses_a_mark_gets_another(written):
    (_, block) = programs(written, "sub/ticks.md")
    assert r"print('\x1d', flush=True)" in block.code
    assert block.expected_output == "a_b\n\x1d\n"  # as the page shows it


def test_a_program_says_what_is_promised_of_it(written):
    (block, future) = programs(written, "index.md")
    program, warns, raises = map(called, block.marks)
    assert program == ("program", ("a.py", MARK), {"chooses": True})
    text = "a.py:15: UserWarning: it's\ntwo lines\n"
    assert warns == ("warns", (text,), {})
    assert raises == ("raises", ("ValueError", 'it\'s "x" --> y'), {})
    assert [called(mark)[0] for mark in future.marks] == ["program"]


def called(mark):
    """Return the name and the arguments of a mark, as pytest-codeblocks reads it."""
    calls = []

    class Mark:
        def __getattr__(self, name):
            return lambda *args, **kwargs: calls.append((name, args, kwargs))

    eval(mark, {"pytest": type("pytest", (), {"mark": Mark()})})
    (call,) = calls
    return call


def test_a_program_names_its_first_place_on_the_page(written):
    lines = (written.project.editions / "tensorflow/index.md").read_text().splitlines()
    places = [line for line in lines if line.startswith("# docs/")]
    assert places == [
        f"# docs/index.md:{written.line(part, 'docs/index.md') - back}"
        for part, back in (("```python title", 0), ("future.py:use", 1))
    ]


def test_ticks_in_source_and_output_do_not_close_a_fence(written):
    first, _ = programs(written, "sub/ticks.md")
    assert first.code.startswith((written.project.snippets / "ticks.py").read_text())
    assert first.expected_output == f"```\nin\n````\n{MARK}\n"


def test_a_page_without_programs_has_no_edition(written):
    assert not (written.project.editions / "tensorflow/none.md").exists()


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
