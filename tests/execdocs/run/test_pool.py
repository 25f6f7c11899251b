"""Programs run several at once, also in two commands at once (`execdocs.run.pool`).

The warm processes are tested here as well: `execdocs.run.server` and its client,
which is their side of those who ask.
"""

import pytest

import execdocs.run.pool
from execdocs.model.backend import BACKENDS
from execdocs.model.percent import read_program
from execdocs.records.key import hash_of
from execdocs.records.output import printed
from execdocs.run.client import Client
from execdocs.run.pool import Pool
from execdocs.run.stale import Job


def jobs(site, *names):
    return [Job(read_program(site.project, name), "tensorflow", "") for name in names]


def work(pool, waiting, **listeners):
    return pool.work(waiting, [job.program for job in waiting], **listeners)


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


def test_a_pool_stays_warm_and_sees_that_a_program_changes(site):
    site.program("# %% use\nimport os\nprint(os.getppid())")
    with Pool(site.project) as pool:
        work(pool, jobs(site, "a.py"))
        first = site.printed()
        site.program("# %% use\nimport os\nprint(os.getppid(), 'changed')")
        work(pool, jobs(site, "a.py"))
        assert site.printed() == first.strip() + " changed\n"


@pytest.mark.parametrize("change", ["vanishes", "changes"])
def test_what_was_read_is_run_whatever_becomes_of_its_file(site, change):
    path = site.program("# %% use\nprint('read')")
    waiting = jobs(site, "a.py")
    if change == "vanishes":
        path.unlink()
    else:
        site.program("# %% use\nprint('written later')")
    with Pool(site.project) as pool:
        (done,) = work(pool, waiting)
    assert done.outcome.failure is None
    assert printed(done.record.outputs["use"]) == "read\n"
    text = waiting[0].program.text.encode()
    assert done.record.key["files"]["snippets/a.py"] == hash_of(text)


def test_progress_is_told_for_each_program(site):
    site.program("# %% use\nx = 1")
    site.program("# %% use\nx = 1", "b.py")
    said = []
    with Pool(site.project) as pool:
        work(
            pool,
            jobs(site, "a.py", "b.py"),
            started=lambda job: said.append(("started", job.program.name)),
            ended=lambda job: said.append(("ended", job.program.name)),
        )
    assert sorted(said) == [
        *(("ended", "a.py"), ("ended", "b.py")),
        *(("started", "a.py"), ("started", "b.py")),
    ]


def test_a_server_ends_when_nobody_can_ask_any_more(site, gone):
    """Nothing is said to it: the end of the pipe for requests is all it needs."""
    path = site.root / "pid"
    site.program("# %% use\nimport os\nprint(os.getppid())")
    client = Client(BACKENDS["tensorflow"], ["no_such_module"])
    try:
        outcome = client.ask(jobs(site, "a.py")[0].program, site.project)
        path.write_text(printed(outcome.outputs["use"]))
        client._requests.close()
        gone(path)
        assert client._process.wait(timeout=5) == 0
    finally:
        client.close()
