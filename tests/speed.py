"""Measure what tools do to the time of a call, and record it for the chapter on speed.

`python -m tests.bench speed` measures all backends, each in a process of its own, and
writes the ratios into the program that draws them. Each ratio is a median of ratios of
two calls that took turns.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.percent import read_program
from execdocs.model.project import Project
from execdocs.run.pool import cores

PROJECT = Project(Path(__file__).parent.parent)
CHART = PROJECT.snippets / "production/speed/ratios.py"
OWN = "production/speed/own_or_built_in.py"
ROUNDS = 31
PACKAGES = ("keras", "tensorflow", "jax", "torch")


def record() -> dict[str, float]:
    """Measure on all backends, write the ratios into the program, and return them."""
    ratios: dict[str, float] = {}
    for name in installed(("tensorflow", "jax", "torch")):
        environment = {**BACKENDS[name].environment, "CUDA_VISIBLE_DEVICES": "-1"}
        environment.pop("XLA_FLAGS", None)  # programs share cores, this does not
        done = subprocess.run(
            [sys.executable, "-m", "tests.speed", name],
            cwd=PROJECT.root,
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", **environment},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=1800,
        )
        ratios |= json.loads(done.stdout.splitlines()[-1])
    versions = [
        f"{package} {importlib.metadata.version(package)}"
        for package in PACKAGES
        if package == "keras" or installed([package])
    ]
    write(CHART, ratios, cpu(), cores(), str(datetime.date.today()), versions)
    return ratios


def write(
    path: Path,
    ratios: dict[str, float],
    machine: str,
    core_count: int,
    date: str,
    versions: list[str],
) -> None:
    """Put what was measured into a program, in place of what stands there."""
    lines = [
        "measured = {",
        f'    "machine": {json.dumps(machine)},',
        f'    "cores": {core_count},',
        f'    "date": {json.dumps(date)},',
        f'    "versions": {json.dumps(", ".join(versions))},',
        '    "ratios": {',
        *(
            f"        {json.dumps(name)}: {ratio:.2f},"
            for name, ratio in ratios.items()
        ),
        "    },",
        "}",
    ]
    text = path.read_text(encoding="utf-8")
    found = re.compile(r"^measured = \{(?:\}|.*?^\})$", re.MULTILINE | re.DOTALL)
    text, places = found.subn(lambda _: "\n".join(lines), text)
    if places != 1:
        raise ValueError(f"{path}: {places} dictionaries called `measured`, not one")
    path.write_text(text, encoding="utf-8")


def cpu() -> str:
    """Return the model of the processor."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        found = re.search(r"^model name\s*: (.*)$", info.read_text(), re.MULTILINE)
        if found:
            return re.sub(r"\((?:R|TM)\)", "", found[1])
    return platform.processor() or platform.machine()


def ratio(plain: Callable[[], object], other: Callable[[], object]) -> float:
    """Return the time of `other` over that of `plain`."""
    for _ in range(5):
        plain(), other()
    start = time.perf_counter()
    plain()
    calls = max(1, int(0.01 / (time.perf_counter() - start)))  # 10 ms or more

    def seconds(call: Callable[[], object]) -> float:
        start = time.perf_counter()
        for _ in range(calls):
            call()
        return time.perf_counter() - start

    ratios = []
    for _ in range(ROUNDS):
        base = seconds(plain)
        ratios.append(seconds(other) / base)
    return statistics.median(ratios)


def measure(backend: str) -> dict[str, float]:
    """Return the ratios of a backend, in the process that runs it."""
    import keras
    import numpy as np
    from keras import ops

    own: dict = {"__name__": "own"}
    exec(read_program(PROJECT, OWN).cells[0].source, own)
    title = BACKENDS[backend].title
    few = np.ones((8, 64), "float32")
    many = np.ones((256, 512), "float32")

    def ready(model: Callable, x: np.ndarray, *, mode: str = "compiled") -> Callable:
        """Return a call of a model that has ended when it returns."""
        x = ops.convert_to_tensor(x)
        model(x)
        if backend == "tensorflow":
            import tensorflow as tf

            if mode == "eager":
                return lambda: model(x)
            call = tf.function(model, jit_compile=mode == "jit")
            return lambda: call(x)
        if backend == "jax":
            import jax

            state = (
                [variable.value for variable in model.trainable_variables],
                [variable.value for variable in model.non_trainable_variables],
            )
            # An input that is no argument would be a constant, and its results too.
            call = lambda x, *state: model.stateless_call(*state, x)[0]  # noqa: E731
            call = call if mode == "eager" else jax.jit(call)
            return lambda: call(x, *state).block_until_ready()
        return lambda: model(x)  # on PyTorch nothing is compiled

    def deep(units: int, policy: str = "float32") -> keras.Model:
        dense = keras.layers.Dense
        return keras.Sequential(
            [dense(units, activation="tanh", dtype=policy) for _ in range(8)]
        )

    ratios = {}
    model = deep(64)
    if backend == "tensorflow":
        eager, graph = ready(model, few, mode="eager"), ready(model, few)
        ratios[f"{title}: tf.function"] = ratio(eager, graph)
        ratios[f"{title}: jit_compile"] = ratio(eager, ready(model, few, mode="jit"))
    elif backend == "jax":
        ratios[f"{title}: jax.jit"] = ratio(
            ready(model, few, mode="eager"), ready(model, few)
        )
    for policy in ("mixed_bfloat16", "mixed_float16"):
        full, mixed = ready(deep(512), many), ready(deep(512, policy), many)
        ratios[f"{title}: {policy}"] = ratio(full, mixed)
    pairs = {
        "own Linear": (keras.layers.Dense(512), own["Linear"](512)),
        "own RMSNorm": (keras.layers.RMSNormalization(), own["RMSNorm"]()),
    }
    for name, (built_in, ours) in pairs.items():
        ratios[f"{title}: {name}"] = ratio(ready(built_in, many), ready(ours, many))
    return ratios


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
