"""What is stale is run and nothing else; what failed is said (`execdocs.run.stale`)."""

import pytest

from execdocs.build import Build
from execdocs.run.pool import Pool


@pytest.fixture
def renew(site):
    """Run what is stale as a server does: with one warm pool, again and again."""
    with Pool(site.project) as pool:
        yield lambda **options: Build.load(site.project, pool, **options)


def ran(build):
    return sorted(done.job.program.name for done in build.done)


def test_only_what_changed_is_run(site):
    site.program("# %% use\nprint(1)")
    site.program("# %% use\nprint(2)", "b.py")
    assert "2 run" in site.succeeds("run")
    assert "0 run" in site.succeeds("run")
    site.program("# %% use\nprint(3)", "b.py")
    output = site.succeeds("run")
    assert "b.py [tensorflow]: snippets/b.py changed" in output
    assert "1 run" in output
    assert "a.py" not in output


def test_named_programs_alone_are_run(site):
    site.program("# %% use\nprint(1)")
    site.program("# %% use\nprint(2)", "sub/b.py")
    assert "1 run" in site.succeeds("run", "snippets/sub/b.py")
    assert not site.record("a.py").exists()
    assert "1 run" in site.succeeds("run", "--force", "sub/b.py")


def test_force_runs_what_is_fresh(site):
    site.program("# %% use\nprint(1)")
    site.succeeds("run")
    assert "a.py [tensorflow]: forced" in site.succeeds("run", "--force")


def test_a_name_that_is_unknown_keeps_no_other_from_being_run(site):
    site.program("# %% use\nprint(1)")
    message = site.fails("run", "a.py", "b.py")
    assert message.startswith("snippets/b.py: no such program; ")
    assert site.printed() == "1\n"


def test_what_failed_is_run_again_where_the_author_asks(site, renew):
    site.program("# %% use\nint('x')")
    assert ran(renew()) == ["a.py"]
    assert ran(renew()) == ["a.py"]


def test_what_failed_is_not_run_again_on_each_build_of_a_server(site, renew):
    site.program("# %% use\nint('x')")
    renew()
    build = renew(retry=False)
    assert ran(build) == []
    (problem,) = build.failures()
    assert str(problem).startswith("snippets/a.py:5: ValueError")


@pytest.mark.parametrize("mended", ["base.py", "data.txt"])
def test_what_failed_is_run_again_when_what_it_uses_is_mended(site, renew, mended):
    site.write("snippets/data.txt", "x")
    site.program("# %% define\nvalue = int('x')", "base.py")
    if mended == "data.txt":
        site.program("# %% define\nvalue = 1", "base.py")
    site.program("""
        # %% use
        from pathlib import Path

        number = int(Path(__file__).with_name("data.txt").read_text() or 0)
        from base import value
    """)
    if mended == "base.py":
        site.write("snippets/data.txt", "1")
    assert [*renew().failures()]
    site.write("snippets/data.txt", "1")
    site.program("# %% define\nvalue = 1", "base.py")
    build = renew(retry=False)
    assert "a.py" in ran(build)
    assert not [*build.failures()]


def test_a_failure_is_told_each_time_until_it_is_mended(site):
    site.program("# %% use\nint('x')")
    first = site.fails("run")
    assert site.fails("run") == first
    site.program("# %% use\nint('1')")
    site.succeeds("run")
    assert "fresh" in site.succeeds("status")


def test_a_failed_program_keeps_no_output_of_before(site):
    site.program("# %% use\nprint('old')")
    site.succeeds("run")
    site.program("# %% use\nint('x')")
    site.fails("run")
    assert site.outputs() == []


def test_a_site_without_programs_is_in_order(site):
    assert "0 run" in site.succeeds("run")
    assert site.succeeds("status") == ""
    assert site.succeeds("check") == ""
