"""A build elsewhere, which knows nothing, gives the same bytes.

Text that a program prints is compared with its record by other tests, in a process of
its own. So such records are taken along, and what runs again is what can depend on the
folder and on the process: figures, errors, and what goes to the standard error. With
FRESH=1 in the environment, every program runs again.
"""

import json
import os
import shutil
import subprocess

import pytest

from execdocs.model.project import Project
from tests.site.built import KINDS, ROOT, build, expected_pages


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


def is_printed_text(record):
    """Return whether a record holds nothing but what was printed."""
    notebook = json.loads(record.read_text(encoding="utf-8"))
    return all(
        output["output_type"] == "stream" and output["name"] == "stdout"
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
    )


def take_along(records, to):
    """Copy the records that hold nothing but printed text."""
    for record in filter(is_printed_text, records.rglob("*.ipynb")):
        copy = to / record.relative_to(records)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(record, copy)


@pytest.mark.timeout(900)  # it runs programs on every backend
def test_a_build_elsewhere_is_byte_identical(clone, tmp_path, request):
    if not os.environ.get("FRESH"):
        take_along(Project(ROOT).records, Project(clone).records)
    build(clone, tmp_path / "site")
    site = request.getfixturevalue("site")  # another worker has built it meanwhile
    here, elsewhere = contents(site), contents(tmp_path / "site")
    assert here.keys() == elsewhere.keys()
    assert [file for file in here if here[file] != elsewhere[file]] == []
    assert here.keys() >= {page for kind in KINDS for page in expected_pages(kind)}
