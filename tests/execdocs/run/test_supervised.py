"""A program costs nothing but itself, however it ends (`execdocs.run.supervised`)."""

import os
import signal
from pathlib import Path

import pytest

# How a program ends, the line of it, and what the message says.
ENDS = {
    "endless loop": (
        "# %% use timeout=1\nx = 0\nwhile True: x += 1",
        "while True",
        ["cell `use` runs longer than 1 s", "make it quicker, or raise its `timeout`"],
    ),
    "wait without end": (
        "# %% one\nx = 1\n# %% use timeout=1\nimport time\n\n\ndef wait():\n"
        "    time.sleep(600)\n\n\nwait()",
        "time.sleep",
        ["cell `use` runs longer than 1 s"],
    ),
    "lock without end": (
        "# %% use timeout=1\nimport threading\nlock = threading.Lock()\n"
        "lock.acquire()\nlock.acquire()  # again",
        "again",
        ["cell `use` runs longer than 1 s"],
    ),
    "loop that swallows all exceptions": (
        "# %% use timeout=1\nimport time\nwhile True:\n    try:\n"
        "        time.sleep(600)\n    except BaseException:\n        pass",
        "time.sleep",
        ["cell `use` runs longer than 1 s"],
    ),
    "endless output": (
        "# %% use\nwhile True:\n    print('again')",
        "while",
        ["cell `use` prints more than 64 KB", "look for an endless loop"],
    ),
    "endless output in one line": (
        "# %% use\nwhile True:\n    print('again', end='\\r')",
        "while",
        ["cell `use` prints more than 64 KB"],
    ),
    "endless output of a process it starts": (
        "# %% use\nimport subprocess\n_ = subprocess.run(['yes'])",
        "import subprocess",
        ["cell `use` prints more than 64 KB"],
    ),
    # With pauses, so that a failure of this test does not fill the disk.
    "endless standard error": (
        "# %% use timeout=3\nimport sys, time\nwhile True:\n"
        "    _ = sys.stderr.write('again ' * 1000)\n    time.sleep(0.001)",
        "import sys",
        ["cell `use`", "more than 64 KB"],
    ),
    "large output": (
        "# %% use\nprint('x' * 70_000)",
        "print",
        ["cell `use` prints more than 64 KB; print less"],
    ),
    "large output in parts": (
        "# %% one\nx = 1\n# %% use\nfor _ in range(7000):\n    print('ten chars')",
        "for _",
        ["cell `use` prints more than 64 KB; print less"],
    ),
    "os._exit": (
        "# %% one\nx = 1\n# %% use\nimport os\nos._exit(3)",
        "import os",
        ["cell `use` ended the process at once, with status 3"],
    ),
    "os._exit as if all were well": (
        "# %% use\nimport os\nos._exit(0)",
        "import os",
        ["cell `use` ended the process at once, with status 0"],
    ),
    "kill": (
        "# %% use\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "import os",
        ["cell `use` was killed by SIGKILL"],
    ),
    "segmentation fault": (
        "# %% one\nx = 1\n# %% use\nimport ctypes\n\nctypes.string_at(0)",
        "string_at",
        ["cell `use` was killed by SIGSEGV"],
    ),
    "abort": (
        "# %% use\nimport os\n\n\ndef crash():\n    os.abort()\n\n\ncrash()",
        "os.abort",
        ["cell `use` was killed by SIGABRT"],
    ),
    "all its files closed": (
        "# %% use timeout=2\nimport os\nos.closerange(0, 4096)",
        "import os",
        ["cell `use` "],
    ),
}


@pytest.fixture(scope="module")
def ended(mistakes):
    return mistakes({end: body for end, (body, _, _) in ENDS.items()})


@pytest.mark.parametrize("end", ENDS)
def test_a_bad_end_is_told_with_its_page_and_line(ended, end):
    _, part, parts = ENDS[end]
    message = ended.message(end, part)
    assert message.count("\n") == 0
    for part in parts:
        assert part in message


def test_a_program_beside_those_that_end_badly_is_not_harmed(site):
    site.program("# %% use\nimport ctypes\nctypes.string_at(0)")
    site.program("# %% use\nwhile True: print(1)", "b.py")
    site.program("# %% use\nimport time\ntime.sleep(0.5)\nprint('fine')", "c.py")
    assert "c.py" not in site.fails("run")
    assert site.printed(name="c.py") == "fine\n"


def test_what_came_before_a_bad_end_is_kept(site):
    site.program("# %% one\nprint('one')\n# %% two\nimport os\nos._exit(1)")
    site.fails("run")
    assert site.printed("one") == "one\n"


def test_output_just_below_the_limit_is_kept_whole(site):
    site.program("# %% use\nprint('x' * 65_535)")
    site.succeeds("run")
    assert len(site.printed()) == 65_536


def test_the_limit_is_one_for_each_cell(site):
    site.program("# %% one\nprint('x' * 60_000)\n# %% two\nprint('y' * 60_000)")
    site.succeeds("run")
    assert len(site.printed("two")) == 60_001


def test_a_failure_is_mended_by_the_next_run(site):
    site.program("# %% use\nimport os\nos._exit(1)")
    site.fails("run")
    site.program("# %% use\nprint('mended')")
    site.succeeds("run")
    assert site.printed() == "mended\n"


STARTS = """
    # %% use timeout=1
    import subprocess
    from pathlib import Path

    process = subprocess.Popen(["sleep", "60"], start_new_session={detached})
    Path({pid!r}).write_text(str(process.pid))
"""


@pytest.mark.parametrize(
    ("last", "well", "detached"),
    [
        ("x = 1", True, False),
        ("while True: pass", False, False),
        ("1 / 0", False, False),
        ("x = 1", True, True),
    ],
    ids=["done", "timeout", "exception", "done, in a session of its own"],
)
def test_no_process_is_left_that_a_program_started(site, gone, last, well, detached):
    pid = site.root / "pid"
    site.program(STARTS.format(pid=str(pid), detached=detached) + "    " + last)
    assert (site.invoke("run").exit_code == 0) is well
    gone(pid)


def test_no_process_is_left_whose_parent_has_gone_before(site, gone):
    pid = site.root / "pid"
    command = f"setsid sleep 60 >/dev/null 2>&1 & echo $! > {pid}"
    site.program(f"# %% use\nimport os\n_ = os.system({command!r})")
    site.succeeds("run")
    gone(pid)


def test_a_program_keeps_what_it_started_while_another_ends(site):
    site.program("""
        # %% use
        import os
        import subprocess
        import time
        from pathlib import Path

        os.system("setsid sleep 60 >/dev/null 2>&1 & echo $! > pid")
        root = Path(__file__).parents[1]
        (root / "started").touch()
        while not (root / "ended").exists():
            time.sleep(0.01)
        time.sleep(0.2)
        print(subprocess.call(["kill", "-0", Path("pid").read_text().strip()]))
    """)
    site.program(
        """
        # %% use
        import time
        from pathlib import Path

        root = Path(__file__).parents[1]
        while not (root / "started").exists():
            time.sleep(0.01)
        (root / "ended").touch()
        """,
        "b.py",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("execdocs.run.pool.cores", lambda: 2)
        site.succeeds("run")
    assert site.printed() == "0\n"


def test_a_forked_process_that_lives_on_keeps_nobody_waiting(site, gone):
    pid = site.root / "pid"
    site.program(f"""
        # %% use timeout=10
        import os
        import time
        from pathlib import Path

        if child := os.fork():
            Path({str(pid)!r}).write_text(str(child))
        else:
            time.sleep(60)
    """)
    site.succeeds("run")
    gone(pid)


HANGS = """
    # %% use timeout=100
    import os
    import subprocess
    from pathlib import Path

    process = subprocess.Popen(["sleep", "60"])
    Path({root!r}, "grandchild").write_text(str(process.pid))
    Path({root!r}, "warm").write_text(str(os.getppid()))
    Path({root!r}, "folder").write_text(os.environ["TMPDIR"])
    Path({root!r}, "new").write_text(str(os.getpid()))
    Path({root!r}, "new").rename(Path({root!r}, "child"))
    while True:
        pass
"""


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_nothing_is_left_where_the_command_is_ended(
    site, until, gone, how, monkeypatch
):
    site.program(HANGS.format(root=str(site.root)))
    temporary = site.root / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with site.start("run") as command:
        until((site.root / "child").exists)
        command.send_signal(signal.Signals[how])
        output, _ = command.communicate(timeout=10)
    assert command.returncode != 0
    assert "Traceback" not in output
    for name in ("child", "grandchild", "warm"):
        gone(site.root / name)
    assert not site.record().exists()
    assert Path((site.root / "folder").read_text()).is_relative_to(temporary)
    until(lambda: not [*temporary.iterdir()])


def test_no_process_is_left_where_the_warm_process_is_killed(kept, until, gone):
    kept.program(HANGS.format(root=str(kept.root)))
    with kept.start("run") as command:
        until((kept.root / "child").exists)
        os.kill(int((kept.root / "warm").read_text()), signal.SIGKILL)
        output, _ = command.communicate(timeout=10)
    assert command.returncode == 1
    assert "Error: tensorflow: the process that imports it ended, with status" in output
    assert "Traceback" not in output
    for name in ("child", "grandchild"):
        gone(kept.root / name)
