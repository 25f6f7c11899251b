"""The backends that programs run on, as data."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# The same numbers on every machine, whatever its cores, accelerators and settings;
# set before the interpreter starts, because hashing and TensorFlow read them once.
ENVIRONMENT = {
    "COLUMNS": "80",
    "CUDA_VISIBLE_DEVICES": "-1",
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONWARNINGS": "",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TZ": "UTC",
}


@dataclass(frozen=True)
class Backend:
    """What has to be installed, imported and set to run a program on a backend."""

    name: str  # as programs name it
    title: str  # as pages name it
    modules: tuple[str, ...]  # imported once, in the process that programs fork from
    packages: tuple[str, ...]  # distributions whose versions pages name
    environment: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False  # whether pages may say that it was not there
    cache: str = ""  # the variable that names a folder for what it has compiled

    @property
    def settings(self) -> Mapping[str, str]:
        """The environment that its programs run in, as far as it is set here."""
        return {**ENVIRONMENT, **self.environment}


# Keras imports TensorFlow on every backend if it is installed: as soon as a program
# sets a random seed, or saves a model.
BACKENDS = {
    backend.name: backend
    for backend in (
        Backend(
            "tensorflow",
            "TensorFlow",
            ("tensorflow", "keras"),
            ("tensorflow", "keras"),
            {"KERAS_BACKEND": "tensorflow"},
        ),
        Backend(
            "jax",
            "JAX",
            ("jax", "keras", "tensorflow"),
            ("jax", "keras"),
            {
                "KERAS_BACKEND": "jax",
                "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false "
                "intra_op_parallelism_threads=1",
                "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
                "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
            },
            optional=True,
            cache="JAX_COMPILATION_CACHE_DIR",
        ),
        Backend(
            "torch",
            "PyTorch",
            ("torch", "keras", "tensorflow"),
            ("torch", "keras"),
            {"KERAS_BACKEND": "torch"},
            optional=True,
        ),
        Backend(
            "keras2",
            "tf-keras (Keras 2)",
            ("tensorflow", "tf_keras"),
            ("tensorflow", "tf-keras"),
        ),
    )
}
BY_DEFAULT = ("tensorflow", "jax", "torch")


def installed(names: Iterable[str]) -> list[str]:
    """Return those of the named backends that are installed here."""
    return [name for name in names if _is_installed(name)]


@functools.cache
def _is_installed(name: str) -> bool:
    return all(importlib.util.find_spec(module) for module in BACKENDS[name].modules)


def titles(names: Iterable[str]) -> list[str]:
    """Return backends as pages name them."""
    return [BACKENDS[name].title for name in names]
