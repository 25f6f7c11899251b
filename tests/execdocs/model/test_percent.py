"""Programs are read and checked before anything runs."""

import pytest

from execdocs.model.percent import read_program

# What stands below the header of three lines, the line of the mistake, the message.
MISTAKES = {
    "syntax error": ("# %% use\nx = = 1", 5, ["SyntaxError: invalid syntax"]),
    "return outside a function": ("# %% use\nreturn", 5, ["SyntaxError: 'return'"]),
    "indentation": ("# %% use\n  x = 1", 5, ["IndentationError: unexpected indent"]),
    "no cell": ("print(1)", 1, ["no cell", "`# %% name`"]),
    "no name": ("# %%\nprint(1)", 4, ["`` cannot name a cell", "write `# %% name`"]),
    "bad name": ("# %% Use\nprint(1)", 4, ["`Use` cannot name a cell", "lower-case"]),
    "long name": (f"# %% {'x' * 65}\nprint(1)", 4, ["cannot name a cell", "64"]),
    "jupytext's markdown": ("# %% [markdown]\n# Hi", 4, ["`[markdown]` cannot name"]),
    "second cell of a name": (
        "# %% use\nx = 1\n# %% use\nx = 2",
        6,
        ["a second cell `use`", "the first is at line 4", "its own name"],
    ),
    "empty cell": ("# %% use\n\n# %% more\nx = 1", 4, ["`use` is empty; delete it"]),
    "unknown option": (
        "# %% use timeot=3\nx = 1",
        4,
        ["unknown option `timeot`", "did you mean `timeout`?"],
    ),
    "unlike any option": (
        "# %% use zzz\nx = 1",
        4,
        ["unknown option `zzz`", "`hidden`, `raises`, `timeout`, `warns`"],
    ),
    "option without value": ("# %% use raises\nx = 1", 4, ["write `raises=VALUE`"]),
    "hidden with a value": ("# %% use hidden=yes\nx = 1", 4, ["write `hidden`"]),
    "timeout of words": ("# %% use timeout=long\nx = 1", 4, ["`timeout=long`", "≥ 1"]),
    "timeout of zero": ("# %% use timeout=0\nx = 1", 4, ["`timeout=0`", "≥ 1"]),
    "raises in the middle": (
        "# %% use raises=ValueError\nint('x')\n# %% more\nx = 1",
        4,
        ["only the last cell may declare `raises`", "cut the program here"],
    ),
    "code above the cells": (
        "import json\n# %% use\nx = 1",
        4,
        ["code before the first cell", "only the docstring and comments"],
    ),
    "decorator above the cells": (
        "@str\n# %% use\ndef f(): pass",
        4,
        ["code before the first cell"],
    ),
    "cell inside a string": (
        '# %% use\ntext = """\n# %% inner\n"""',
        6,
        ["`# %%` inside a statement that starts at line 5", "end the statement first"],
    ),
    "cell inside a function": (
        "# %% use\ndef f():\n    x = 1\n# %% inner\n    return x",
        7,
        ["`# %%` inside a statement that starts at line 5"],
    ),
    "cell below a decorator": (
        "# %% use\n@print\n# %% inner\ndef f(): pass",
        6,
        ["`# %%` inside a statement that starts at line 5"],
    ),
    "no backend": ("# backends:\n# %% use\nx = 1", 1, ["no backend named"]),
    "unknown backend": (
        "# backends: tensorfow\n# %% use\nx = 1",
        1,
        ["unknown backend `tensorfow`", "did you mean `tensorflow`?"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_costs_no_other_record(kept, mistake):
    text, line, parts = MISTAKES[mistake]
    if text.startswith("# backends"):
        kept.write("snippets/a.py", text + "\n")
    else:
        kept.program(text)
    message = kept.fails("run")
    assert message.startswith(f"snippets/a.py:{line}: ")
    assert message.count("snippets/a.py") == 1
    for part in parts:
        assert part in message


def test_a_program_that_is_not_utf8_is_told_with_line_and_byte(kept):
    kept.write("snippets/a.py", b"# %% use\nprint('caf\xe9')\n")
    message = kept.fails("run")
    assert message.startswith("snippets/a.py:2: not UTF-8 (byte 0xe9); save")


def test_a_null_byte_is_a_problem_of_the_program(kept):
    kept.write("snippets/a.py", "# %% use\nprint(1)\0\n")
    message = kept.fails("run")
    assert message.startswith("snippets/a.py:")
    assert "null byte" in message


def test_options_follow_the_name_of_a_cell(site):
    site.program("""
        # %% quiet hidden
        import json
        # %% slow timeout=120 warns=UserWarning,FutureWarning
        x = 1
        # %% wrong raises=ValueError
        int("x")
    """)
    program = read_program(site.project, "a.py")
    quiet, slow, wrong = program.cells
    assert (quiet.hidden, quiet.timeout, quiet.warns) == (True, 60, ())
    assert (slow.hidden, slow.timeout) == (False, 120)
    assert slow.warns == ("UserWarning", "FutureWarning")
    assert (wrong.raises, slow.raises) == ("ValueError", None)
    assert program.title == "A program."
    assert program.imports == {"json"}


def test_a_copy_is_the_text_from_the_first_line_through_the_cell(site):
    path = site.program("""
        # %% define
        # What the class is for.
        class Layer:
            pass


        # %% use
        print(Layer)  # the last line
    """)
    program = read_program(site.project, "a.py")
    define, use = program.cells
    text = path.read_text()
    assert program.through(define) == text[: text.index("\n\n\n# %% use") + 1]
    assert program.through(use) == text
    assert use.source == "print(Layer)  # the last line"


def test_a_line_separator_in_a_string_is_no_line(site):
    site.program("""
        # %% first
        text = "one\u2028two"
        # %% use
        print(len(text))
    """)
    site.show("a.py:first", "a.py:use")
    site.succeeds("run")
    assert site.printed() == "7\n"
    program = read_program(site.project, "a.py")
    assert program.through(program.cells[1]) == program.text


def test_without_a_backends_comment_a_program_runs_on_all_of_keras_3(site):
    site.write("snippets/a.py", "# %% use\nprint(1)\n")
    program = read_program(site.project, "a.py")
    assert program.backends == ("tensorflow", "jax", "torch")


def test_an_unknown_program_on_the_command_line_gets_the_nearest_name(kept):
    message = kept.fails("run", "snippets/kep.py")
    assert message.startswith(
        "snippets/kep.py: no such program; did you mean `kept.py`"
    )


@pytest.mark.parametrize("name", ["/nowhere/a.py", "../a.py", ".", "sub"])
def test_a_path_that_is_no_program_is_told_so(kept, name):
    kept.write("a.py", "# %% use\nprint(1)\n")
    kept.write("snippets/sub/notes.txt", "none")
    message = kept.fails("run", name)
    assert "no such program" in message


def test_the_full_path_of_a_program_may_be_given(kept):
    path = kept.program("# %% use\nprint(1)")
    assert "1 run" in kept.succeeds("run", str(path))
    assert kept.record().exists()
    assert not [*kept.project.snippets.rglob("*.ipynb")]


def test_a_program_that_hides_a_module_of_python_is_refused(kept):
    """`python FILE` looks for modules in the folder of the file first."""
    kept.program("# %% use\nprint(1)", "statistics.py")
    message = kept.fails("run")
    assert message.startswith("snippets/statistics.py: Python has a module")
    assert "rename" in message
