"""The downloads are valid notebooks, and each chapter's runs from top to bottom."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
import pytest

from execdocs.model.backend import BACKENDS
from tests.ledger import digest
from tests.runs import launcher, program
from tests.runs import reader as reading
from tests.runs.launcher import LIMIT
from tests.runs.reader import USUAL
from tests.site import needs, verdicts
from tests.site.conftest import ROOT

HERE = Path(__file__).parent
CELLS = HERE / "cells.py"
CODE = [
    Path(__file__),
    CELLS,
    *(Path(each.__file__) for each in (launcher, program, reading)),
]
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
# A kernel imports its backend anew, which takes longer than most notebooks.
IN_JUPYTER = ["index", "layers/losses", "models/training-loop.jax"]


def backend(name):
    return Path(name).suffix.removeprefix(".") or USUAL


def together(name):
    """Have one worker take all of a further backend: it is imported once."""
    marks = [] if backend(name) == USUAL else [pytest.mark.xdist_group(backend(name))]
    return pytest.param(name, marks=marks)


def notebook(site, name):
    path = site / "notebooks" / f"{name}.ipynb"
    if not path.exists():
        needs.backend(BACKENDS[backend(name)].title)
    return path


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def printed(notebook):
    """Return what the code cells printed, but for rich tables that stand for text.

    TensorFlow counts how often functions are traced in a process, and warns of it.
    """
    return [
        WARNING.sub(
            "", "".join(o.text for o in cell.outputs if o.get("name") == "stdout")
        )
        for cell in code_cells(notebook)
        if "summary(" not in cell.source
    ]


def verdict_of(test, path):
    """Return the name of what is known of a notebook."""
    return digest(test, path, *CODE, verdicts.installed())


def test_all_notebooks_are_valid(site, project):
    found = [*site.rglob("*.ipynb")]
    assert len(found) > len([*project.page_paths()])
    for path in found:
        nbformat.validate(nbformat.read(path, as_version=4))


@pytest.mark.timeout(LIMIT + 60)
@pytest.mark.parametrize("name", [together(name) for name in NOTEBOOKS])
def test_the_cells_of_a_notebook_run_from_top_to_bottom(
    site, ledger, tmp_path, name, request
):
    path = notebook(site, name)
    verdict = verdict_of("cells", path)
    if ledger.knows(verdict):
        return  # and no process that forks is started
    reader = request.getfixturevalue("reader")
    shutil.copy(path, tmp_path / "notebook.ipynb")
    done = reader.run(CELLS, backend(name), tmp_path)
    assert done.status == 0, done.stderr
    ran = nbformat.read(path, as_version=4)
    shown = printed(ran)
    texts = json.loads((tmp_path / "printed.json").read_text(encoding="utf-8"))
    for cell, text in zip(code_cells(ran), texts, strict=True):
        cell.outputs = [nbformat.v4.new_output("stream", text=text)]
    assert printed(ran) == shown
    ledger.note(verdict)


SET_UP = """
import importlib.metadata
import sys
from types import SimpleNamespace

from IPython.core.interactiveshell import InteractiveShell

there = [SimpleNamespace(version=each) for each in sys.argv[2:]]
importlib.metadata.distributions = lambda name: there
shell = InteractiveShell()
shell.register_magic_function(lambda line: print("pip", line), magic_name="pip")
shell.run_cell(sys.argv[1]).raise_error()
"""


def test_a_notebook_installs_the_keras_of_its_outputs_where_it_is_not(site):
    ran_with = version("keras")
    first = code_cells(nbformat.read(notebook(site, "index"), as_version=4))[0]

    def set_up(*there):
        command = [sys.executable, "-c", SET_UP, first.source, *there]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert set_up(ran_with) == ""
    installed = f'pip install -q "keras=={ran_with}"\n'
    assert set_up("3.13.2") == set_up() == installed


@pytest.mark.timeout(420)
@pytest.mark.parametrize("name", IN_JUPYTER)
def test_a_notebook_runs_in_jupyter(site, ledger, tmp_path, name):
    path = notebook(site, name)
    verdict = verdict_of("jupyter", path)
    if ledger.knows(verdict):
        return
    shutil.copy(path, tmp_path / "notebook.ipynb")
    done = subprocess.run(
        [
            Path(sys.executable).with_name("jupyter"),
            "execute",
            "--inplace",
            "notebook.ipynb",
        ],
        cwd=tmp_path,
        env={**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr
    ran = nbformat.read(tmp_path / "notebook.ipynb", as_version=4)
    assert printed(ran) == printed(nbformat.read(path, as_version=4))
    ledger.note(verdict)
