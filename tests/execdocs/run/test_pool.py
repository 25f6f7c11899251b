"""Programs run several at once, also in two commands at once (`execdocs.run.pool`).

The warm processes are tested here as well: `execdocs.run.server` and its client,
which is their side of those who ask.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import execdocs
import execdocs.run.client
import execdocs.run.pool
from execdocs.model.percent import read_program
from execdocs.run.pool import Job, Runner


def jobs(site, *names):
    return [Job(read_program(site.project, name), "tensorflow", "") for name in names]


def test_several_programs_run_at_once(site, monkeypatch):
    """Each of two programs waits for the file that the other writes."""
    monkeypatch.setattr(execdocs.run.pool, "cores", lambda: 2)
    for mine, other in (("a", "b"), ("b", "a")):
        site.program(
            f"""
            # %% use timeout=20
            import time
            from pathlib import Path

            root = Path(__file__).parents[1]
            (root / "{mine}.here").touch()
            while not (root / "{other}.here").exists():
                time.sleep(0.01)
            """,
            f"{mine}.py",
        )
    assert "2 run" in site.succeeds("run")


def test_the_outputs_of_many_programs_are_not_mixed_up(site):
    for number in range(20):
        site.program(f"# %% use\nprint({number})", f"p{number}.py")
    site.succeeds("run")
    for number in range(20):
        assert site.printed(name=f"p{number}.py") == f"{number}\n"


def test_two_commands_at_once_do_not_harm_each_other(site):
    for number in range(8):
        site.program(f"# %% use\nprint({number})", f"p{number}.py")
    with site.start("run", "--force") as one, site.start("run", "--force") as two:
        said = [each.communicate(timeout=30)[0] for each in (one, two)]
        assert [one.returncode, two.returncode] == [0, 0], said
    for number in range(8):
        assert site.printed(name=f"p{number}.py") == f"{number}\n"
    assert "stale" not in site.invoke("status").output
    assert len([*site.project.records.rglob("*")]) == 9  # the folder, eight records


def test_one_import_serves_many_programs(site):
    """A warm process leaves word when it imports a module that two programs use."""
    path = site.root / "imports"
    folder = site.root / "modules"
    site.write(
        "modules/counted.py",
        f"with open({str(path)!r}, 'a') as file:\n    file.write('imported ')\n",
    )
    for name in ("a.py", "b.py", "c.py"):
        site.program("# %% use\nimport counted", name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        site.succeeds("run")
    assert path.read_text() == "imported "


def test_an_import_that_fails_is_the_fault_of_its_program_alone(site):
    site.program("# %% use\nimport no_such_module")
    site.program("# %% use\nprint('fine')", "b.py")
    message = site.fails("run")
    assert message.startswith("snippets/a.py:5: ModuleNotFoundError")
    assert site.printed(name="b.py") == "fine\n"


def test_an_import_that_ends_the_process_is_told_with_what_it_said(site):
    site.write(
        "modules/deadly.py",
        "import os, sys\nsys.stderr.write('no such chip\\n')\nos._exit(9)\n",
    )
    site.program("# %% use\nimport deadly")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(site.root / "modules"))
        message = site.fails("run")
    assert message.startswith("tensorflow: the process that imports it ended")
    assert "with status 9" in message
    assert "no such chip" in message


def test_what_an_import_prints_is_no_output(site):
    site.write("modules/talking.py", "print('hello from the import')\n")
    site.program("# %% use\nimport talking\nprint('mine')")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(site.root / "modules"))
        site.succeeds("run")
    assert site.printed() == "mine\n"


def test_a_runner_stays_warm_and_sees_that_a_program_changes(site):
    site.program("# %% use\nimport os\nprint(os.getppid())")
    with Runner(site.project) as runner:
        runner.run(jobs(site, "a.py"))
        first = site.printed()
        site.program("# %% use\nimport os\nprint(os.getppid(), 'changed')")
        runner.run(jobs(site, "a.py"))
        assert site.printed() == first.strip() + " changed\n"


def test_a_program_that_vanishes_meanwhile_is_a_problem_not_a_crash(site):
    path = site.program("# %% use\nx = 1")
    waiting = jobs(site, "a.py")
    path.unlink()
    with Runner(site.project) as runner:
        (result,) = runner.run(waiting)
    assert "snippets/a.py: no such program" in result.failure


def test_progress_is_told_for_each_program(site):
    site.program("# %% use\nx = 1")
    site.program("# %% use\nx = 1", "b.py")
    said = []
    with Runner(site.project) as runner:
        runner.run(
            jobs(site, "a.py", "b.py"),
            started=lambda job: said.append(("started", job.program.name)),
            ended=lambda result: said.append(("ended", result.job.program.name)),
        )
    assert sorted(said) == [
        *(("ended", "a.py"), ("ended", "b.py")),
        *(("started", "a.py"), ("started", "b.py")),
    ]


@pytest.fixture
def spawning(monkeypatch):
    """Behave as on a system without fork."""
    monkeypatch.setattr(execdocs.run.client, "START_METHOD", "spawn")


def test_without_fork_each_program_gets_a_fresh_process(site, spawning):
    site.program("""
        # %% define
        from __future__ import annotations

        import inspect


        class Layer:
            x: Undefined


        # %% use
        print(inspect.getsource(Layer).splitlines()[1].strip())
        # %% wrong raises=ValueError
        int("x")
    """)
    site.program("# %% use\nprint('second')", "b.py")
    site.succeeds("run")
    assert site.printed() == "x: Undefined\n"
    assert site.outputs("wrong")[0]["ename"] == "ValueError"
    assert site.printed(name="b.py") == "second\n"


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("# %% use\nint('x')", "ValueError: invalid literal"),
        ("# %% use timeout=2\nwhile True: pass", "runs longer than 2 s"),
        ("# %% use\nimport os\nos._exit(3)", "with status 3"),
        ("# %% use\nwhile True: print(1)", "prints more than 64 KB"),
    ],
    ids=["exception", "endless loop", "exit", "endless output"],
)
def test_without_fork_a_bad_end_costs_no_other_record(kept, spawning, body, part):
    kept.program(body)
    message = kept.fails("run")
    assert message.startswith("snippets/a.py:5: ")
    assert part in message


def test_with_and_without_fork_records_are_the_same(site, monkeypatch):
    site.program("# %% use\nimport json\nprint(json.dumps({'x': 1}))")
    site.succeeds("run")
    forked = site.record().read_bytes()
    monkeypatch.setattr(execdocs.run.client, "START_METHOD", "spawn")
    site.succeeds("run", "--force")
    assert site.record().read_bytes() == forked


def test_a_warm_process_ends_when_nobody_asks_any_more():
    done = subprocess.run(
        [sys.executable, "-m", "execdocs.run.server", "fork", "json", "no_such_module"],
        cwd=Path(execdocs.__file__).parents[1],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (0, '{"ready": true}\n')
