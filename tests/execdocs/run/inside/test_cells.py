"""Programs run as a plain `python program.py` would (`execdocs.run.inside.cells`)."""

import json

import pytest

# A program's body, the line of the mistake, what the message says.
MISTAKES = {
    "exception": (
        "# %% use\nint('x')",
        "int('x')",
        ["ValueError: invalid literal", 'File "NAME", line 5, in <module>'],
    ),
    "exception in a function": (
        "# %% define\ndef f():\n    return 1 / 0\n# %% use\nf()",
        "1 / 0",
        ["ZeroDivisionError: division by zero", "line 8, in <module>", "line 6, in f"],
    ),
    "exception inside a library": (
        "# %% use\nimport json\njson.loads('{')",
        "json.loads",
        ["JSONDecodeError: Expecting property name"],
    ),
    "missing module": (
        "# %% use\nimport no_such_module",
        "import no_such",
        ["ModuleNotFoundError: No module named 'no_such_module'"],
    ),
    "interrupt": ("# %% use\nraise KeyboardInterrupt", "raise", ["KeyboardInterrupt"]),
    "sys.exit": (
        "# %% use\nimport sys\nsys.exit()",
        "sys.exit()",
        ["`sys.exit()`; a program ends at its last line"],
    ),
    "exit by another name": ("# %% use\nraise SystemExit(3)", "raise", ["last line"]),
    "input": ("# %% use\nname = input('? ')", "input", ["EOFError", "gets no input"]),
    "read of standard input": (
        "# %% use\nimport sys\nsys.stdin.read()",
        "stdin.read",
        ["EOFError", "make the data in the program"],
    ),
    "lines of standard input": (
        "# %% use\nimport sys\nfor line in sys.stdin: print(line)",
        "for line",
        ["EOFError", "make the data in the program"],
    ),
    "undeclared warning": (
        "# %% use\nimport warnings\nwarnings.warn('old')",
        "warnings.warn",
        ["undeclared UserWarning: old", "`# %% use warns=UserWarning`"],
    ),
    "undeclared warning beside a declared one": (
        "# %% use warns=UserWarning\nimport warnings\nwarnings.warn('mine')\n"
        "warnings.warn('other', FutureWarning)",
        "FutureWarning",
        ["undeclared FutureWarning: other"],
    ),
    "warning of the compiler": (
        "# %% use\nx = 1\nprint(x is 1)",
        "x is 1",
        ['undeclared SyntaxWarning: "is" with'],
    ),
    "declared warning that does not come": (
        "# %% use warns=UserWarning\nx = 1",
        "x = 1",
        ["declares warns=UserWarning, but no such warning came", "delete the option"],
    ),
    "declared exception that does not come": (
        "# %% use raises=ValueError\nx = 1",
        "x = 1",
        ["declares raises=ValueError, but nothing was raised", "delete the option"],
    ),
    "another exception than the declared": (
        "# %% use raises=ValueError\n{}['x']",
        "{}['x']",
        ["KeyError: 'x'"],
    ),
    "standard error": (
        "# %% use\nimport sys\nprint('oh', file=sys.stderr)",
        "import sys",
        ["cell `use` writes to standard error", "print to standard output", "    oh"],
    ),
    "standard error of C": (
        "# %% use\nimport os\n_ = os.write(2, b'oh')",
        "import os",
        ["cell `use` writes to standard error", "    oh"],
    ),
    "a log message": (
        "# %% use\nimport logging\nlogging.warning('oh')",
        "import logging",
        ["writes to standard error", "    WARNING:root:oh"],
    ),
    "memory address": (
        "# %% use\nprint(object())",
        "print",
        ["cell `use` prints `0x", "differs from run to run"],
    ),
    "path of the machine": (
        "# %% use\nprint(__file__)",
        "print",
        ["cell `use` prints `/", "differs from run to run"],
    ),
    "path of the working directory": (
        "# %% use\nimport os\nprint(os.getcwd())",
        "import os",
        ["cell `use` prints `/", "differs from run to run"],
    ),
}


@pytest.fixture(scope="module")
def made(mistakes):
    return mistakes({each: body for each, (body, _, _) in MISTAKES.items()})


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_page_and_line(made, mistake):
    _, part, parts = MISTAKES[mistake]
    message = made.message(mistake, part)
    for part in parts:
        assert part.replace("NAME", made.names[mistake]) in message


def test_a_mistake_of_one_program_costs_no_other(site):
    site.program("# %% use\nint('x')")
    site.program("# %% use\n{}['x']", "b.py")
    site.program("# %% use\nprint('fine')", "c.py")
    site.show("a.py:use", "b.py:use", "c.py:use")
    message = site.fails("run")
    assert "snippets/a.py:5: ValueError" in message
    assert "snippets/b.py:5: KeyError" in message
    assert "c.py" not in message
    assert site.printed(name="c.py") == "fine\n"


def test_what_came_before_an_exception_is_kept(site):
    site.program("# %% one\nprint('one')\n# %% two\nprint('two')\nint('x')")
    site.fails("run")
    assert (site.printed("one"), site.printed("two")) == ("one\n", "two\n")


def test_a_declared_exception_is_an_output(site):
    site.program("# %% use raises=ValueError\nprint('before')\nint('x')")
    site.succeeds("run")
    text, error = site.outputs()
    assert text["text"] == ["before\n"]
    assert (error["output_type"], error["ename"]) == ("error", "ValueError")
    assert error["evalue"] == "invalid literal for int() with base 10: 'x'"
    assert error["traceback"][0] == "Traceback (most recent call last):"
    assert error["traceback"][1] == '  File "a.py", line 6, in <module>'


@pytest.mark.parametrize("name", ["LookupError", "KeyError", "builtins.KeyError"])
def test_an_exception_may_be_declared_by_the_name_of_a_base(site, name):
    site.program(f"# %% use raises={name}\n{{}}['x']")
    site.succeeds("run")
    assert site.outputs()[0]["ename"] == "KeyError"


def test_a_declared_exit_is_an_output(site):
    site.program("# %% use raises=SystemExit\nimport sys\nsys.exit('bye')")
    site.succeeds("run")
    assert site.outputs()[0]["evalue"] == "bye"


def test_a_declared_warning_is_an_output_with_file_and_line(site):
    site.program("""
        # %% use warns=UserWarning
        import warnings
        print("before")
        warnings.warn("old")
        print("after")
    """)
    site.succeeds("run")
    first, warning, last = site.outputs()
    assert (first["name"], warning["name"], last["name"]) == (
        "stdout",
        "stderr",
        "stdout",
    )
    assert warning["text"] == ["a.py:7: UserWarning: old\n"]


def test_a_warning_may_be_declared_by_the_name_of_a_base(site):
    site.program("""
        # %% use warns=Warning
        import warnings
        warnings.warn("old", FutureWarning)
    """)
    site.succeeds("run")
    assert "FutureWarning: old" in site.printed()


def test_a_program_may_look_at_its_own_warnings(site):
    site.program("""
        # %% use
        import warnings

        with warnings.catch_warnings(record=True) as seen:
            warnings.warn("old")
        print(len(seen))
    """)
    site.succeeds("run")
    assert site.printed() == "1\n"


def test_a_program_sees_itself_as_a_script(site):
    site.program("""
        # %% define
        from __future__ import annotations

        import inspect
        import pickle
        import sys


        class Layer:
            # A comment.
            x: Undefined


        # %% use
        print(__name__, __doc__)
        print(Layer.__module__, Layer.__annotations__)
        print(inspect.getsource(Layer).splitlines()[1].strip())
        print(inspect.getsourcelines(Layer)[1])
        print(type(pickle.loads(pickle.dumps(Layer()))) is Layer)
        print(sys.argv[0] == __file__, len(sys.argv))
        print(sys.modules["__main__"].Layer is Layer)
    """)
    site.show("a.py:define", "a.py:use")
    site.succeeds("run")
    assert site.printed().splitlines() == [
        "__main__ A program.",
        "__main__ {'x': 'Undefined'}",
        "# A comment.",
        str(site.line("class Layer")),
        "True",
        "True 1",
        "True",
    ]


def test_a_future_import_in_the_first_cell_holds_in_the_last(site):
    site.program("""
        # %% first
        from __future__ import annotations
        # %% use
        def f(x: Undefined): ...
        print(f.__annotations__)
    """)
    site.succeeds("run")
    assert site.printed() == "{'x': 'Undefined'}\n"


def test_the_engine_does_not_leak_into_a_program(site):
    site.program("""
        # %% use
        print(sorted(name for name in globals() if not name.startswith("__")))
    """)
    site.succeeds("run")
    assert site.printed() == "[]\n"


def test_a_main_guard_holds(site):
    site.program("# %% use\nif __name__ == '__main__':\n    print('main')")
    site.succeeds("run")
    assert site.printed() == "main\n"


def test_random_numbers_of_hashes_are_the_same_in_each_run(site):
    site.program("# %% use\nprint(hash('x'), list({'a', 'b', 'c', 'd'}))")
    site.succeeds("run")
    first = site.printed()
    site.succeeds("run", "--force")
    assert site.printed() == first


def test_each_cell_keeps_its_own_output(site):
    site.program("# %% one\nprint(1)\n# %% two\nx = 2\n# %% three\nprint(x + 1)")
    site.succeeds("run")
    notebook = json.loads(site.record().read_text())
    texts = [cell.get("outputs") for cell in notebook["cells"]]
    assert [text and text[0]["text"] for text in texts] == [None, ["1\n"], [], ["3\n"]]


def test_a_cell_named_title_is_a_cell_like_others(site):
    site.program("# %% title\nprint('mine')")
    site.succeeds("run")
    assert site.printed("title") == "mine\n"
