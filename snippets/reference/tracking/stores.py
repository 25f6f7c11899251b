"""Draw which objects a layer holds, and which of them it tracks."""

# %% define
from collections import deque
from types import SimpleNamespace

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable(package="guide")
class Keeper(layers.Layer):
    """Hold state in the ways that a layer tracks."""

    def __init__(self, **kwargs):
        """Create all state but that which needs to know the features."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}

        def dense(name):
            """Create a child that computes as its parent does."""
            return layers.Dense(1, name=name, **shared)

        self.scale = self.add_weight(name="scale", initializer="ones")
        self.again = self.scale
        self.add_weight(name="no_attribute", initializer="ones")
        self.offset = keras.Variable(
            0.0, trainable=self.trainable, name="offset"
        )
        self.count = self.add_weight(
            name="count", initializer="zeros", trainable=False
        )
        self.child = dense("child")
        self.steps = [dense("first"), dense("second")]
        self.steps.append(dense("third"))
        self.pair = (dense("one"), dense("other"))
        self.heads = {"left": [dense("deep")]}
        self.heads["right"] = self.child
        self.mean = keras.metrics.Mean(name="mean")
        self.seeds = keras.random.SeedGenerator(1, name="seeds")

    def build(self, input_shape):
        """Create the weights of the children that `call()` uses."""
        self.child.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.scale * self.child(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], 1)


# %% look
def held(value, path):
    """Yield each object of an attribute, and how it is reached."""
    if isinstance(value, list | tuple | deque):
        for position, each in enumerate(value):
            yield from held(each, f"{path}[{position}]")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from held(each, f'{path}["{key}"]')
    elif isinstance(value, SimpleNamespace):
        for name, each in vars(value).items():
            yield from held(each, f"{path}.{name}")
    else:
        yield path, value


def look(layer):
    """Return what a layer holds in attributes, and what is in its stores."""
    names = set(dir(layer)) - set(dir(layers.Layer()))
    holds = [
        each
        for name in sorted(names)
        if not name.startswith("_")
        for each in held(getattr(layer, name), f"self.{name}")
    ]
    stores = {name: store for name, (_, store) in layer._tracker.config.items()}
    return holds, stores


keeper = Keeper(name="keeper")
for name, store in look(keeper)[1].items():
    print(f"{name}: {[each.name for each in store]}")


# %% draw
def draw(layer):
    """Draw a line from each attribute to its object in a store."""
    holds, stores = look(layer)
    right, places = [], {}
    for name, store in stores.items():
        if store:
            right.append(name)
            for each in store:
                places[id(each)] = len(right)
                right.append(each)
    found = [hold for hold in holds if id(hold[1]) in places]
    found.sort(key=lambda hold: places[id(hold[1])])
    lost = [hold for hold in holds if id(hold[1]) not in places]
    below = max(len(found), len(right))

    plt.figure(figsize=(4.1, 0.23 * (below + len(lost))), layout="constrained")
    plt.axis((0, 4.1, below + len(lost) - 0.5, -0.5))
    plt.axis("off")
    style = {"va": "center", "size": 8}
    for y, (path, value) in enumerate(found):
        end = places[id(value)]
        plt.text(1.5, y, path, ha="right", **style)
        plt.plot([1.6, 2.6], [y, end], ".-", color="tab:blue", linewidth=1)
    for y, (path, _) in enumerate(lost, below):
        plt.text(1.5, y, path, ha="right", **style)
        plt.plot(1.6, y, "x", color="tab:orange")
        plt.text(1.75, y, "not tracked", style="italic", **style)
    reached = {id(value) for _, value in found}
    for y, each in enumerate(right):
        if isinstance(each, str):
            plt.text(2.6, y, each, weight="bold", **style)
            continue
        plt.text(2.75, y, each.name, **style)
        if id(each) not in reached:
            plt.plot(2.6, y, "o", color="tab:blue", markerfacecolor="none")
    plt.show()


draw(keeper)


# %% lose
@keras.saving.register_keras_serializable(package="guide")
class Loser(layers.Layer):
    """Hold layers in ways that Keras does not watch."""

    def __init__(self, **kwargs):
        """Create the children, and lose all but the last."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}

        def dense(name):
            """Create a child that computes as its parent does."""
            return layers.Dense(1, name=name, **shared)

        self.steps = [None]
        self.steps[0] = dense("by_position")
        self.heads = {}
        self.heads.setdefault("left", dense("by_default"))
        self.queue = deque([dense("in_deque")])
        self.plain = SimpleNamespace(dense=dense("in_object"))
        self.table = np.ones(3)
        self.tensor = ops.ones(3)
        self.child = dense("replaced")
        self.child = dense("kept")

    def build(self, input_shape):
        """Create the weights of the child that `call()` uses."""
        self.child.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.child(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], 1)


draw(Loser(name="loser"))

# %% count
loser = Loser(name="loser")
for layer in keeper, loser:
    outputs = layer(ops.ones((2, 3)))
    print([weight.path for weight in layer.weights])
