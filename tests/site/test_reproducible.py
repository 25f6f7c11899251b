"""A cold build gives the same bytes in any folder."""

import shutil
import subprocess

import pytest

from tests.site.conftest import ROOT, build


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.timeout(900)  # it runs every program on every backend
def test_a_cold_build_elsewhere_is_byte_identical(site, tmp_path):
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    for file in filter(None, tracked):
        copy = tmp_path / "elsewhere" / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, copy)
    build(tmp_path / "elsewhere", tmp_path / "site")
    here, elsewhere = contents(site), contents(tmp_path / "site")
    assert here.keys() == elsewhere.keys()
    assert [file for file in here if here[file] != elsewhere[file]] == []
    assert len(here) > 20
