"""Train one model with two processes of TensorFlow, and with one to compare."""
# backends: tensorflow

# %% model
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

model = """
import json
import os

import keras
import numpy as np
import tensorflow as tf


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
strategy = tf.distribute.MultiWorkerMirroredStrategy()
keras.utils.set_random_seed(1)

batch = 16  # rows that one step takes, on all workers together
x = np.random.default_rng(1).normal(size=(64, 4)).astype("float32")
y = (x[:, :1] > x[:, 1:2]).astype("float32")
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch)
dataset = strategy.experimental_distribute_dataset(dataset)

with strategy.scope():
    model = Classifier()
    model.build((None, 4))
    optimizer = keras.optimizers.SGD(0.5)
    optimizer.build(model.trainable_variables)
loss_fn = keras.losses.BinaryCrossentropy(from_logits=True, reduction="sum")


def step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True)) / batch
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return len(x), loss


@tf.function
def train_step(x, y):
    rows, loss = strategy.run(step, args=(x, y))
    return rows, loss, strategy.reduce("SUM", loss, axis=None)


worker = json.loads(os.environ["TF_CONFIG"])["task"]["index"]
print("worker", worker, "of", strategy.num_replicas_in_sync)
for epoch in range(3):
    for x_part, y_part in dataset:
        rows, part, whole = train_step(x_part, y_part)
    print(f"  {rows} rows add {part:.4f} to the loss of {whole:.4f}")
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


def cluster(ports):
    """Return the environments of workers that share this machine."""
    workers = {"worker": [f"127.0.0.1:{port}" for port in ports]}
    tasks = [{"type": "worker", "index": index} for index in range(len(ports))]
    configs = [{"cluster": workers, "task": task} for task in tasks]
    return [
        {"TF_CONFIG": json.dumps(config), "CUDA_VISIBLE_DEVICES": "-1"}
        for config in configs
    ]


# %% train timeout=300
port, *ports = free_ports(3)
texts, (alone, *both) = run(model + loop, [*cluster([port]), *cluster(ports)])
print("".join(texts), end="")
for single, first, second in zip(alone, *both, strict=True):
    assert np.array_equal(first, second)
    assert np.allclose(single, first, atol=1e-5)
print("The weights of both workers are equal, and close to those of one.")
