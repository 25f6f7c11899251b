"""A record is stale as soon as anything changes that it depends on."""

import platform
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import execdocs
import execdocs.records.key
from execdocs.model.backend import BACKENDS
from execdocs.records.key import machine


@pytest.fixture(scope="module")
def read(shared_site):
    """Make a site whose program reads a data file and imports a neighbour."""
    shared_site.write("snippets/data.csv", "1,2")
    shared_site.program("# %% define\nclass Base: pass", "base.py")
    shared_site.program("""
        # %% use
        from pathlib import Path
        from base import Base
        import click

        print(Path(__file__).with_name("data.csv").read_text())
    """)
    shared_site.succeeds("run")
    return shared_site


@pytest.fixture
def reading(read, tmp_path):
    """Copy that site, to change it."""
    root = tmp_path.resolve() / "site"
    return type(read)(shutil.copytree(read.root, root))


def status(site, name="a.py"):
    lines = site.succeeds("status").splitlines()
    (line,) = [line for line in lines if f"  {name} [" in line]
    state, _, rest = line.partition("  ")
    return state, rest.removeprefix(f"{name} [tensorflow]").removeprefix(": ")


def test_nothing_changed_is_fresh_and_is_not_run(reading):
    assert status(reading)[0] == "fresh"
    assert "None" not in status(reading)[1]
    assert "0 run" in reading.succeeds("run")


def test_a_program_never_run_is_stale(site):
    site.program("# %% use\nx = 1")
    assert status(site) == ("stale", "never run")


def test_a_changed_program_is_stale(reading):
    path = reading.project.snippets / "a.py"
    path.write_text(path.read_text() + "# More.\n")
    assert status(reading) == ("stale", "snippets/a.py changed")


def test_a_changed_data_file_is_stale(reading):
    reading.write("snippets/data.csv", "3,4")
    assert status(reading) == ("stale", "snippets/data.csv changed")
    reading.succeeds("run")
    assert reading.printed() == "3,4\n"


def test_a_data_file_that_is_gone_is_stale(reading):
    (reading.project.snippets / "data.csv").unlink()
    assert status(reading) == ("stale", "snippets/data.csv is gone")


def test_a_changed_neighbour_is_stale(reading):
    reading.program("# %% define\nclass Base: x = 1", "base.py")
    assert status(reading) == ("stale", "snippets/base.py changed")


def test_a_neighbour_loaded_from_its_bytecode_counts(reading):
    reading.succeeds("run", "--force")  # now Python reads base.pyc alone
    reading.program("# %% define\nclass Base: x = 1", "base.py")
    assert status(reading) == ("stale", "snippets/base.py changed")


def test_a_file_of_another_program_does_not_count(reading):
    reading.write("snippets/other.csv", "5,6")
    reading.program("# %% use\nx = 1", "other.py")
    assert status(reading)[0] == "fresh"


def test_prose_does_not_count(reading):
    reading.page("# Another title")
    assert status(reading)[0] == "fresh"


@pytest.fixture
def versions(monkeypatch):
    """Return versions of packages that are other than those installed."""
    known = {}
    real = execdocs.records.key.version
    monkeypatch.setattr(
        execdocs.records.key, "version", lambda name: known.get(name, real(name))
    )
    return known


def test_another_version_of_an_imported_package_is_stale(reading, versions):
    then = execdocs.records.key.version("click")
    versions["click"] = "99.1"
    assert status(reading) == ("stale", f"click {then} → 99.1")


def test_a_package_that_is_gone_is_stale(reading, versions):
    then = execdocs.records.key.version("click")
    versions["click"] = None
    assert status(reading) == ("stale", f"click {then} → gone")


def test_a_package_that_is_not_imported_does_not_count(reading, versions):
    versions["nbformat"] = "99.1"
    assert status(reading)[0] == "fresh"


def test_what_an_imported_package_requires_counts(site, versions):
    site.program("# %% use\nimport markdown_it")
    site.succeeds("run")
    then = execdocs.records.key.version("mdurl")
    versions["mdurl"] = "99.1"
    assert status(site) == ("stale", f"mdurl {then} → 99.1")


def test_what_a_program_imports_while_it_runs_counts(site, versions):
    site.program("# %% use\nimport importlib\nimportlib.import_module('markdown_it')")
    site.succeeds("run")
    then = execdocs.records.key.version("markdown-it-py")
    versions["markdown-it-py"] = "99.1"
    assert status(site) == ("stale", f"markdown-it-py {then} → 99.1")


def test_what_is_imported_for_the_backend_counts(site, versions, monkeypatch):
    backend = replace(BACKENDS["tensorflow"], modules=("json", "markdown_it"))
    monkeypatch.setitem(BACKENDS, "tensorflow", backend)
    site.program("# %% use\nx = 1")
    site.succeeds("run")
    then = execdocs.records.key.version("markdown-it-py")
    versions["markdown-it-py"] = "99.1"
    assert status(site) == ("stale", f"markdown-it-py {then} → 99.1")


def test_another_environment_of_the_backend_is_stale(reading, monkeypatch):
    backend = replace(BACKENDS["tensorflow"], environment={"MINE": "1"})
    monkeypatch.setitem(BACKENDS, "tensorflow", backend)
    assert status(reading) == ("stale", "the environment changed")


@pytest.mark.parametrize("room", ["model", "records", "run", "run/inside"])
def test_a_changed_byte_in_what_shapes_outputs_is_stale(
    reading, monkeypatch, tmp_path, room
):
    copy = shutil.copytree(Path(execdocs.__file__).parent, tmp_path / "engine")
    monkeypatch.setattr(
        execdocs.records.key, "__file__", str(copy / "records" / "key.py")
    )
    for other in ("pages", "links", "editions"):
        (copy / other / "__init__.py").write_bytes(b"#")
    assert status(reading)[0] == "fresh"
    path = copy / room / "__init__.py"
    path.write_bytes(path.read_bytes() + b"#")
    assert status(reading) == ("stale", "the engine changed")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Python", f"Python {platform.python_version()} → other"),
        ("platform", f"platform {platform.system()} {platform.machine()} → other"),
        ("engine", "the engine changed"),
        ("environment", "the environment changed"),
    ],
)
def test_another_machine_is_stale(reading, monkeypatch, name, reason):
    other = {**machine("tensorflow"), name: "other"}
    monkeypatch.setattr(execdocs.records.key, "machine", lambda backend: other)
    assert status(reading) == ("stale", reason)


def test_a_program_that_failed_is_stale(site):
    site.program("# %% use\nint('x')")
    site.fails("run")
    assert status(site) == ("stale", "failed before")


def test_a_program_that_reads_broken_code_as_data_has_a_key(site):
    site.write("data/broken.py", "x = = 1")
    site.program("""
        # %% use
        from pathlib import Path

        print(Path(__file__).parents[1].joinpath("data/broken.py").read_text())
    """)
    site.succeeds("run")
    assert site.printed() == "x = = 1\n"


def test_a_project_file_that_a_program_writes_itself_is_no_input(site):
    site.program("""
        # %% use
        from pathlib import Path

        path = Path(__file__).parents[1] / "made.txt"
        path.write_text("made")
        path.read_text()
        path.unlink()
    """)
    site.succeeds("run")
    assert status(site)[0] == "fresh"


def test_line_ends_of_code_do_not_count(site):
    site.program("# %% define\nclass Base: pass", "base.py")
    path = site.program("# %% use\nfrom base import Base")
    for each in (path, path.with_name("base.py")):
        each.write_bytes(each.read_bytes().replace(b"\n", b"\r\n"))
    site.succeeds("run")
    assert status(site)[0] == "fresh"
