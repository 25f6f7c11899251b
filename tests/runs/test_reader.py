"""A reader tells a program its backend where it is not the program's first."""

import contextlib
import dataclasses

import pytest

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.project import Project
from tests.runs.reader import ROOT, Reader


@pytest.mark.parametrize("backend", installed(["jax", "torch"]))
def test_a_program_that_chooses_finds_no_keras_imported(backend, tmp_path):
    """Keras would have chosen already."""
    program = tmp_path / "a.py"
    program.write_text(
        "import os, sys\n"
        "print('keras' in sys.modules, 'tensorflow' in sys.modules)\n"
        f"os.environ['KERAS_BACKEND'] = '{backend}'\n"
        "import keras, tensorflow\n"
        "from tensorflow.keras import layers\n"
        "print(keras.backend.backend(), layers.Dense is keras.layers.Dense)\n"
    )
    folder = tmp_path / "run"
    folder.mkdir()
    with contextlib.closing(Reader(Project(ROOT))) as reader:
        result = reader.run(program, backend, folder)
    assert result.stdout == f"False True\n{backend} True\n", result.stderr


def test_a_further_backend_is_told(tmp_path, monkeypatch):
    light = dataclasses.replace(BACKENDS["torch"], modules=("json",))
    monkeypatch.setitem(BACKENDS, "torch", light)
    program = tmp_path / "a.py"
    program.write_text("import os\nprint(os.environ.get('KERAS_BACKEND'))\n")
    with contextlib.closing(Reader(Project(tmp_path))) as reader:
        for chooses, expected in ((True, "None\n"), (False, "torch\n")):
            folder = tmp_path / str(chooses)
            folder.mkdir()
            result = reader.run(program, "torch", folder, chooses=chooses)
            assert result.stdout == expected, result.stderr


def test_a_process_that_cannot_fork_says_why(tmp_path, monkeypatch):
    light = dataclasses.replace(BACKENDS["torch"], modules=("no_such_module",))
    monkeypatch.setitem(BACKENDS, "torch", light)
    with (
        contextlib.closing(Reader(Project(tmp_path))) as reader,
        pytest.raises(RuntimeError, match="no_such_module"),
    ):
        reader.run(tmp_path / "a.py", "torch", tmp_path, chooses=False)
    assert not reader.home.exists()
