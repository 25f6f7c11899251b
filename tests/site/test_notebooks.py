"""The downloads are valid notebooks, and each chapter's runs from top to bottom."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from execdocs.scan import pages
from tests.site.conftest import ROOT

DOCS = ROOT / "docs"
CHAPTERS = [
    path.relative_to(DOCS).with_suffix("").as_posix()
    for path in sorted(DOCS.rglob("*.md"))
]
WARNING = re.compile(r"^WARNING:tensorflow:.*\n", re.MULTILINE)
# For the other backends, the chapters whose programs differ most.
NOTEBOOKS = [
    *CHAPTERS,
    "models/training-loop.jax",
    "models/training-loop.torch",
]


def printed(notebook):
    """Return what the code cells printed, but for rich tables that stand for text.

    TensorFlow counts how often functions are traced in a process, and warns of it.
    """
    return [
        WARNING.sub(
            "", "".join(o.text for o in cell.outputs if o.get("name") == "stdout")
        )
        for cell in notebook.cells
        if cell.cell_type == "code" and "summary(" not in cell.source
    ]


def test_all_notebooks_are_valid(site, project):
    found = [*site.rglob("*.ipynb")]
    assert len(found) > len([*pages(project)])
    for path in found:
        nbformat.validate(nbformat.read(path, as_version=4))


@pytest.mark.timeout(420)
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(site, tmp_path, name):
    path = site / "notebooks" / f"{name}.ipynb"
    if not path.exists():
        pytest.skip("not written without its backend: make backends")
    shutil.copy(path, tmp_path / "chapter.ipynb")
    done = subprocess.run(
        [
            Path(sys.executable).with_name("jupyter"),
            "execute",
            "--inplace",
            "chapter.ipynb",
        ],
        cwd=tmp_path,
        env={**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr
    ran = nbformat.read(tmp_path / "chapter.ipynb", as_version=4)
    assert printed(ran) == printed(nbformat.read(path, as_version=4))
