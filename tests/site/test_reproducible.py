"""A cold build gives the same bytes in any folder."""

import subprocess

import pytest

from tests.site.conftest import ROOT, build


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def git(*arguments, cwd=ROOT, **options):
    command = ["git", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, check=True, **options)


@pytest.fixture
def clone(tmp_path):
    """Return a clone: the dates of pages come from the history."""
    folder = tmp_path / "elsewhere"
    git("clone", "--quiet", ROOT, folder)
    changes = git("diff", "--binary", "HEAD", capture_output=True).stdout
    if changes:  # not committed yet
        git("apply", "--whitespace=nowarn", "-", cwd=folder, input=changes)
    return folder


@pytest.mark.timeout(900)  # it runs every program on every backend
def test_a_cold_build_elsewhere_is_byte_identical(site, clone, tmp_path):
    build(clone, tmp_path / "site")
    here, elsewhere = contents(site), contents(tmp_path / "site")
    assert here.keys() == elsewhere.keys()
    assert [file for file in here if here[file] != elsewhere[file]] == []
    assert len(here) > 20
