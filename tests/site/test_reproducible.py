"""Two cold builds, in different folders, give the same bytes."""

import shutil
import subprocess

from tests.site.conftest import ROOT, build


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_cold_builds_are_byte_identical(tmp_path):
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    sites = []
    for name in ("one", "another"):
        for file in filter(None, tracked):
            copy = tmp_path / name / file
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, copy)
        build(tmp_path / name, tmp_path / name / "site")
        sites.append(contents(tmp_path / name / "site"))
    assert sites[0].keys() == sites[1].keys()
    assert [file for file in sites[0] if sites[0][file] != sites[1][file]] == []
    assert len(sites[0]) > 20
