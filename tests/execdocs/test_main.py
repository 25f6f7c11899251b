"""The command, from outside (`execdocs.__main__`); see the other modules as well."""

import subprocess
import sys
from pathlib import Path

import click.testing
import pytest

import execdocs
from execdocs.__main__ import cli


def call(site, *arguments):
    """Call the command as its user does, in a new process."""
    return subprocess.run(
        [sys.executable, "-m", "execdocs", *arguments],
        cwd=Path(execdocs.__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_it_runs_as_a_module_and_lists_its_commands(site):
    done = call(site, "-h")
    assert done.returncode == 0
    for name in ("run", "status", "check", "editions", "clean"):
        assert f"  {name}" in done.stdout


def test_a_problem_is_one_message_on_standard_error(site):
    site.write("snippets/a.py", "x = 1\n")
    done = call(site, "--root", str(site.root), "run")
    assert done.returncode == 1
    assert "Error: snippets/a.py:1: no cell; " in done.stderr
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["rnu"], "No such command 'rnu'"),
        (["run", "--frce"], "No such option"),
        (["--root", "no/such/folder", "run"], "does not exist"),
        (["status", "a.py"], "unexpected extra argument"),
    ],
)
def test_a_wrong_call_is_told_and_exits_with_2(arguments, part):
    result = click.testing.CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert part in result.output


def test_check_exits_with_0_only_where_all_is_in_order(site):
    site.program("# %% use\nprint(1)")
    site.show("a.py:use")
    site.fails("check")
    site.succeeds("run")
    assert site.succeeds("check") == ""
    site.program("# %% use\nprint(2)")
    assert "snippets/a.py changed" in site.fails("check")
    site.program("# %% use\nint('x')")
    site.fails("run")
    assert "ValueError" in site.fails("check")


def test_check_neither_runs_nor_writes(site):
    site.program("# %% use\nprint(1)")
    site.fails("check")
    site.succeeds("status")
    assert not site.project.work.exists()


def test_a_green_run_says_what_was_run_and_why(site):
    site.program("# %% use\nprint(1)", "layers/a.py")
    output = site.succeeds("run")
    assert "layers/a.py [tensorflow]: never run\n" in output
    assert "1 run in " in output
    assert "0 failed" in output


def test_a_red_run_counts_its_failures(site):
    site.program("# %% use\nint('x')")
    site.program("# %% use\nint('1')", "b.py")
    site.write("snippets/c.py", "x = 1\n")
    result = site.invoke("run")
    assert result.exit_code == 1
    assert "2 run in " in result.output
    assert "2 failed" in result.output


def test_clean_deletes_all_that_was_made_and_nothing_else(site):
    site.program("# %% use\nprint(1)")
    site.show("a.py:use")
    site.succeeds("run")
    site.succeeds("editions")
    before = sorted(
        path for path in site.root.rglob("*") if ".execdocs" not in str(path)
    )
    assert site.project.work.exists()
    site.succeeds("clean")
    assert sorted(site.root.rglob("*")) == before
    site.succeeds("clean")
    assert "1 run" in site.succeeds("run")


def test_a_place_in_the_project_does_not_matter(site, monkeypatch, tmp_path):
    site.program("# %% use\nprint(1)")
    monkeypatch.chdir(site.root)
    assert click.testing.CliRunner().invoke(cli, ["run"]).exit_code == 0
    monkeypatch.chdir(tmp_path)
    assert "0 run" in site.succeeds("run")
    link = tmp_path / "link"
    link.symlink_to(site.root)
    result = click.testing.CliRunner().invoke(cli, ["--root", str(link), "status"])
    assert result.output.startswith("fresh")
