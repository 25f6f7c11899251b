"""An observed run fails wherever a program does other than its page says."""

import json
import subprocess
import sys

from tests.runs.conftest import BORDER, END, MARK
from tests.runs.reader import ROOT

CODE = f"""
# %% one
print("one")
{BORDER}print("two", end="")
{END}"""
EXPECTED = f"one\n{MARK}two{MARK}\n"

RAISING = f"""
# %% one
print("one")
{BORDER}print("two")
raise ValueError("several lines\\nthe last of them")
{END}"""
RAISES = "raises('ValueError', 'the last of them')"
BEFORE = f"one\n{MARK}two\n{MARK}\n"

WARNING = """
# %% one
import warnings

warnings.warn("it is\\nso")
print("one")
"""


def test_a_program_that_prints_what_its_page_shows_passes(editions):
    editions.write(CODE, EXPECTED)
    assert "1 passed" in editions.passes()


OTHERWISE = [
    ('print("one")', 'print("other")'),
    ('print("one")', 'print("one ")'),
    ('print("one")', 'raise RuntimeError("broken")'),
    (BORDER + 'print("two", end="")', 'print("two", end="")\n' + BORDER),
    ('print("two", end="")', 'print("two")'),
    ('print("two", end="")', 'print("two", end="", flush=True); os._exit(0)'),
    ('print("two", end="")', 'print("two", end=""); exit(3)'),
    ('print("two", end="")', 'print("two", end=""); os.write(1, b"three")'),
    (END, END + 'print("more")\n'),
]


def test_a_program_that_does_otherwise_fails(editions):
    for number, (what, instead) in enumerate(OTHERWISE):
        assert what in CODE
        code = "import os\n" + CODE.replace(what, instead)
        editions.write(code, EXPECTED, name=f"{number}.py")
    editions.fails(len(OTHERWISE))


def test_an_exception_that_is_declared_passes(editions):
    editions.write(RAISING, BEFORE, RAISES)
    editions.passes()


ANOTHER = [
    ("# %% one", "raise RuntimeError('the program is broken in its first line')"),
    ("# %% one", "raise ValueError('the last of them')"),
    ('print("one")', 'print("other")'),
    ('print("two")', 'print("other")'),
    ("ValueError", "TypeError"),
    ("the last of them", "the last"),
    ("raise ValueError", "ValueError"),
    ("raise ValueError", "import os; os._exit(1); ValueError"),
]


def test_an_exception_that_is_not_the_declared_one_fails(editions):
    for number, (what, instead) in enumerate(ANOTHER):
        assert what in RAISING
        code = RAISING.replace(what, instead, 1)
        editions.write(code, BEFORE, RAISES, name=f"{number}.py")
    editions.fails(len(ANOTHER))


def test_an_expected_output_that_is_forged_fails(editions):
    for number, forged in enumerate(("WRONG OUTPUT\n", "", BEFORE.replace(MARK, ""))):
        editions.write(RAISING, forged, RAISES, name=f"raising{number}.py")
        editions.write(CODE, forged, name=f"{number}.py")
    editions.fails(6)


def test_an_exception_that_nobody_declares_fails(editions):
    editions.write(RAISING, BEFORE)
    said = editions.fails()
    assert "the last of them" in said
    assert "in <module>" in said
    assert "program.py" not in said


def test_a_warning_that_is_shown_has_to_come(editions):
    shown = "warns('a.py:5: UserWarning: it is\\nso\\n')"
    editions.write(WARNING + END, f"one\n{MARK}\n", shown)
    editions.passes()
    quiet = WARNING.replace("warnings.warn", "print if 0 else len")
    editions.write(quiet + END, f"one\n{MARK}\n", shown)
    assert "UserWarning" in editions.fails()


def test_a_program_is_the_main_module_in_an_empty_folder(editions):
    code = f"""
    import os
    import sys

    import __main__

    here = 1
    print(__name__, __main__.here, os.path.basename(__file__), os.listdir())
    print(sys.argv == [__file__], sys.path[0] == os.path.dirname(__file__))
    print(open(__file__).read().count("here = 1"), "KERAS_BACKEND" in os.environ)
    {END}"""
    lines = ["__main__ 1 a.py []", "True True", "2 False", MARK]
    editions.write(code, "\n".join([*lines, ""]))
    editions.passes()


def test_a_process_that_is_left_behind_is_told_and_ended(editions, tmp_path, gone):
    pid = tmp_path / "pid"
    editions.write(
        f"""
        import pathlib, subprocess
        child = subprocess.Popen(["sleep", "60"], start_new_session=True)
        pathlib.Path({str(pid)!r}).write_text(str(child.pid))
        {END}""",
        f"{MARK}\n",
    )
    assert "leaves processes behind" in editions.fails()
    gone(pid)


def test_a_program_that_runs_too_long_is_ended_with_all_it_started(tmp_path, gone):
    pid = tmp_path / "pid"
    program = tmp_path / "slow.py"
    program.write_text(
        "import pathlib, subprocess, time\n"
        "child = subprocess.Popen(['sleep', '60'], start_new_session=True)\n"
        f"pathlib.Path({str(pid)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    script = (
        "import json, sys\nfrom tests.runs import launcher\nlauncher.LIMIT = 2\n"
        "print(json.dumps(launcher.do('run', *sys.argv[1:], {})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, program, tmp_path / "run"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    reply = json.loads(done.stdout)
    assert reply["status"] is None
    assert "sleep 60" in reply["left"]
    gone(pid)


def test_what_is_proved_is_left_out_until_something_changes(editions):
    editions.write(CODE, EXPECTED)
    editions.passes()
    assert "1 deselected" in editions.run()
    editions.record().write_text("of another version")
    editions.passes()
    editions.write(CODE.replace("one", "1"), EXPECTED.replace("one", "1"))
    editions.passes()


def test_what_fails_is_not_taken_for_proved(editions):
    editions.write(CODE, EXPECTED + "more")
    editions.fails()
    editions.fails()
