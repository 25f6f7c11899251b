"""A pytest plugin: run tests on a backend, imported once in each worker.

Each backend takes a run of its own: `pytest -p tests.backend --backend jax …`. Workers
import it, and all that its programs import, and never run an operation: so tests can
fork from them.
"""

import gc
import importlib
import os
from pathlib import Path

import pytest

from execdocs.model.backend import BACKENDS, ENVIRONMENT
from execdocs.model.percent import program_names, read_program
from execdocs.model.project import Project

PROJECT = Project(Path(__file__).parent.parent)
# Each fork would compile anew what others have compiled, on JAX each operation.
CACHE = {
    "JAX_COMPILATION_CACHE_DIR": str(PROJECT.root / ".cache" / "jax"),
    "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
    "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
}


def pytest_addoption(parser):
    parser.addoption("--backend", choices=BACKENDS, required=True)


def pytest_configure(config):
    backend = BACKENDS[config.getoption("backend")]
    os.environ |= {
        **ENVIRONMENT,
        **backend.environment,
        **CACHE,
        "MPLBACKEND": "agg",
    }
    if hasattr(config, "workerinput") or not config.getoption("numprocesses"):
        imports = {
            module for program in programs(backend.name) for module in program.imports
        }
        for module in (*backend.modules, *sorted(imports)):
            importlib.import_module(module)
        gc.freeze()  # a collection in a fork would copy all that is shared


def programs(backend):
    """Return the programs that run on a backend."""
    every = (read_program(PROJECT, name) for name in program_names(PROJECT))
    return [program for program in every if backend in program.backends]


@pytest.fixture(scope="session")
def backend(pytestconfig):
    """Return the name of the backend."""
    return pytestconfig.getoption("backend")
