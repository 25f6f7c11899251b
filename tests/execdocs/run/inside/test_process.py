"""Each program has a process and an empty folder of its own."""

from pathlib import Path

import pytest


def tell(site, *expressions):
    """Return what expressions are inside a program, by a file it writes."""
    path = site.root / "told"
    body = "\n".join(f"    print({each}, file=file)" for each in expressions)
    site.program(
        "# %% use\nimport os, sys, tempfile\nfrom pathlib import Path\n"
        f"with open({str(path)!r}, 'w') as file:\n{body}\n"
    )
    site.succeeds("run", "--force")
    return path.read_text().splitlines()


def test_the_working_directory_is_private_empty_and_gone_afterwards(site):
    expressions = ("os.getcwd()", "os.listdir()")
    first, content = tell(site, *expressions)
    second, _ = tell(site, *expressions)
    assert content == "[]"
    assert first != second
    assert not Path(first).exists()
    assert not Path(first).is_relative_to(site.root)
    assert not Path(first).parent.exists()


def test_temporary_files_go_to_the_programs_own_folder(site):
    work, shell, python = tell(
        site, "os.getcwd()", "os.environ['TMPDIR']", "tempfile.mkdtemp()"
    )
    assert Path(work).is_relative_to(shell)
    assert Path(python).is_relative_to(shell)
    assert not Path(shell).exists()


def test_a_program_writes_files_and_reads_them_in_a_later_cell(site):
    site.program("""
        # %% write
        from pathlib import Path

        _ = Path("weights.txt").write_text("1 2 3")
        # %% read
        print(Path("weights.txt").read_text())
    """)
    site.succeeds("run")
    assert site.printed("read") == "1 2 3\n"
    assert not [*site.root.rglob("weights.txt")]


def test_what_one_program_changes_no_other_sees(site):
    change = """
        # %% use
        import json
        import os
        import random
        import sys

        print(hasattr(json, "mine"), "MINE" in os.environ, "mine" in sys.path)
        json.mine = 1
        os.environ["MINE"] = "1"
        sys.path.append("mine")
    """
    for name in ("a.py", "b.py", "c.py"):
        site.program(change, name)
    site.succeeds("run")
    for name in ("a.py", "b.py", "c.py"):
        assert site.printed(name=name) == "False False False\n"


def test_a_program_imports_its_neighbours(site):
    site.program("# %% define\nclass Layer: pass", "layers/base.py")
    site.program(
        "# %% use\nfrom base import Layer\nprint(Layer.__module__)", "layers/a.py"
    )
    site.succeeds("run")
    assert site.printed(name="layers/a.py") == "base\n"


def test_the_environment_is_the_same_on_each_machine(site, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    names = ("TZ", "COLUMNS", "PYTHONHASHSEED", "PYTHONWARNINGS", "MPLBACKEND")
    assert tell(site, *(f"os.environ[{name!r}]" for name in names)) == [
        *("UTC", "80", "0", "", "module://execdocs.run.inside.matplotlib_backend"),
    ]


def test_threads_that_still_run_do_not_keep_a_program_from_its_end(site):
    site.program("""
        # %% use timeout=5
        import threading

        threading.Thread(target=threading.Event().wait).start()
        print("done")
    """)
    site.succeeds("run")
    assert site.printed() == "done\n"


def test_a_program_may_start_processes_of_its_own(site):
    site.program("""
        # %% use
        import multiprocessing
        import subprocess
        import sys

        with multiprocessing.get_context("fork").Pool(1) as pool:
            print(pool.map(abs, [-1, -2]))
        code = "print('from a new process')"
        print(subprocess.check_output([sys.executable, "-c", code], text=True), end="")
    """)
    site.succeeds("run")
    assert site.printed() == "[1, 2]\nfrom a new process\n"


@pytest.mark.parametrize("body", ["os.chdir('/')", "os.rmdir(os.getcwd())"])
def test_a_program_may_leave_its_folder(site, body):
    site.program(f"# %% use\nimport os\n{body}\nprint('fine')")
    site.succeeds("run")
    assert site.printed() == "fine\n"
