"""Train one model with two processes of JAX, and with one to compare."""
# backends: jax

# %% model
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

model = """
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np


class Classifier(keras.Model):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.hidden = keras.layers.Dense(units, activation="relu")
        self.score = keras.layers.Dense(1)

    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.score.build((*input_shape[:-1], self.units))

    def call(self, inputs, training=None):
        return self.score(self.hidden(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
"""

# %% loop
loop = """
keras.utils.set_random_seed(1)
keras.distribution.initialize()
workers, worker = jax.process_count(), jax.process_index()
everywhere = keras.distribution.DataParallel(auto_shard_dataset=False)
keras.distribution.set_distribution(everywhere)

batch = 16  # rows that one step takes, on all workers together
x = np.random.default_rng(1).normal(size=(64, 4)).astype("float32")
y = (x[:, :1] > x[:, 1:2]).astype("float32")
x = x.reshape(-1, workers, batch // workers, 4)[:, worker].reshape(-1, 4)
y = y.reshape(-1, workers, batch // workers, 1)[:, worker].reshape(-1, 1)

model = Classifier()
model.compile(
    optimizer=keras.optimizers.SGD(0.5),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
)
history = model.fit(
    x, y, batch_size=batch // workers, epochs=3, shuffle=False, verbose=0
)

print("worker", worker, "of", workers)
print("  rows:", len(x), "of 64")
print("  losses:", np.round(history.history["loss"], 4))
print("  kernel:", model.score.kernel.numpy()[:5, 0].round(4))
np.savez("weights.npz", *model.get_weights())
"""


# %% launch
def run(source, environments, limit=240):
    """Run a program in several processes at once, and end all of them.

    Args:
        source: The program.
        environments: The environment variables of each process.
        limit: Seconds that they have.

    Returns:
        What each process printed, and the weights that it saved.
    """
    processes = []
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name, str(i)) for i in range(len(environments))]
        try:
            for folder, environment in zip(folders, environments, strict=True):
                folder.mkdir()
                (folder / "worker.py").write_text(source)
                out, err = folder / "out.txt", folder / "err.txt"
                with out.open("w") as stdout, err.open("w") as stderr:
                    process = subprocess.Popen(
                        [sys.executable, "-u", "worker.py"],
                        cwd=folder,
                        env={**os.environ, **environment},
                        stdout=stdout,
                        stderr=stderr,
                    )
                processes.append(process)
            end = time.monotonic() + limit
            while True:
                late = time.monotonic() > end
                states = [process.poll() for process in processes]
                if all(state == 0 for state in states):
                    break
                if late or any(states):
                    why = f"over {limit} s" if late else "a worker failed"
                    for folder, state in zip(folders, states, strict=True):
                        log = (folder / "err.txt").read_text()
                        why += f"\nworker {folder.name}, status {state}:\n{log}"
                    raise RuntimeError(why)
                time.sleep(0.1)
        finally:
            for process in processes:
                process.kill()
                process.wait()
        texts = [(folder / "out.txt").read_text() for folder in folders]
        saved = []
        for folder in folders:
            with np.load(folder / "weights.npz") as file:
                saved.append([file[key] for key in file])
        return texts, saved


def free_ports(count):
    """Return ports of this machine that nothing listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def cluster(size, port):
    """Return the environments of workers that share this machine."""
    shared = {
        "KERAS_DISTRIBUTION_JOB_ADDRESSES": f"127.0.0.1:{port}",
        "KERAS_DISTRIBUTION_NUM_PROCESSES": str(size),
        "JAX_PLATFORMS": "cpu",
    }
    return [
        {**shared, "KERAS_DISTRIBUTION_PROCESS_ID": str(index)}
        for index in range(size)
    ]


# %% train timeout=300
one, two = free_ports(2)
texts, (alone, *both) = run(model + loop, [*cluster(1, one), *cluster(2, two)])
print("".join(texts), end="")
for single, first, second in zip(alone, *both, strict=True):
    assert np.array_equal(first, second)
    assert np.allclose(single, first, atol=1e-5)
print("The weights of both workers are equal, and close to those of one.")
