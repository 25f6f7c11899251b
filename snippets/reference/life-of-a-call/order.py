"""Watch layers while they are called, and draw what happens in which order."""

# %% steps
import inspect
import re
import sys
import textwrap
from graphlib import TopologicalSorter
from itertools import pairwise

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras.layers import Layer

method = inspect.unwrap(Layer.__call__)
lines, first = inspect.getsourcelines(method)
steps = {}
for number, line in enumerate(lines, first):
    if match := re.match(r"\s*# (\d\. .*\w\)?)", line):
        steps[number] = match[1]
        print(match[1])


# %% layers
# Wrong in Keras 3.15: activity regularizers compute in half precision.
@keras.saving.register_keras_serializable(package="guide")
class Scale(Layer):
    """Multiply each feature by a weight, and pass the mask on."""

    def build(self, input_shape):
        """Create one factor for each of the features in the last axis."""
        self.factors = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="factors"
        )

    def call(self, inputs, training=None, mask=None):
        """Map floats `(..., features)` to floats of the same shape."""
        return inputs * self.factors

    def compute_mask(self, inputs, previous_mask):
        """Return the mask of the inputs: no step goes, none comes."""
        return previous_mask


@keras.saving.register_keras_serializable(package="guide")
class Block(Layer):
    """A layer with a child."""

    def __init__(self, **kwargs):
        """Create the child; `build()` gives it its weight."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.child = Scale(name="child", **shared)

    def build(self, input_shape):
        """Build the child for inputs of shape `(..., features)`."""
        self.child.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats `(..., features)` to floats of the same shape."""
        return self.child(inputs, training=training)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape


# %% watch
YOURS = re.compile(r"(Scale|Block)\.(build|call|compute_mask)")
KERAS = {
    "DTypePolicy.convert_input",
    "Layer._assert_input_compatibility",
    "Layer._lock_state",
    "Layer._clear_losses",
    "Layer._resolve_and_populate_arg",
    "Layer.add_loss",
    "Layer._maybe_reset_call_context",
    "Node.__init__",
}


def watch(layer, inputs):
    """Call a layer; return the functions that it enters, in order.

    Each is `(depth, step, name, owner)`: how many layers are in a call, where
    the innermost is in its own, and whose function of which name was entered.
    The name is empty for a function that is not to be shown.
    """
    entered = []

    def note(frame, event, _):
        """Note where the function stands that Python enters."""
        calls, outer = [], frame
        while outer:
            if outer.f_code is method.__code__:
                calls.append(outer)
            outer = outer.f_back
        if event != "call" or not calls:
            return
        passed = [line for line in steps if line <= calls[0].f_lineno]
        step = steps[passed[-1]] if passed else ""
        name, owner = frame.f_code.co_qualname, ""
        if name in KERAS or YOURS.fullmatch(name):
            owner = getattr(frame.f_locals["self"], "name", "")
        else:
            name = ""
        entered.append((len(calls), step, name, owner))

    sys.setprofile(note)
    try:
        layer(inputs)
    finally:
        sys.setprofile(None)
    return entered


# %% first
scale = Scale(activity_regularizer="l2")
rows = np.ones((2, 3), dtype="float32")
runs = {"first call": watch(scale, rows)}
for _, step, name, _ in dict.fromkeys(runs["first call"]):
    if step and name:
        print(step[:2], name)

# %% draw
runs["second call"] = watch(scale, rows)
scale = Scale(activity_regularizer="l2")
runs["symbolic call"] = watch(scale, keras.Input((3,)))

order = TopologicalSorter()
for title, entered in runs.items():
    runs[title] = {}
    for _, step, name, _ in entered:
        if step:
            runs[title] |= {(step, ""): None, (step, name): None}
    for before, after in pairwise(runs[title]):
        order.add(after, before)
places = list(order.static_order())

plt.figure(figsize=(4.1, 0.23 * len(places) + 0.5), layout="constrained")
plt.axis((0, 4.1, len(places) - 0.5, -2.5))
plt.axis("off")
for y, (step, name) in enumerate(places):
    if not name:
        title = textwrap.shorten(step, 42, placeholder=" …")
        plt.text(0, y, title, va="center", size=7.5)
        plt.axhline(y - 0.5, color="gray", linewidth=0.5)
        continue
    weight = "bold" if YOURS.fullmatch(name) else "normal"
    plt.text(0.15, y, name, va="center", size=8, weight=weight)
for x, (title, run) in zip((2.8, 3.3, 3.85), runs.items(), strict=True):
    plt.text(
        x, -1.5, title.replace(" ", "\n"), ha="center", va="center", size=8
    )
    points = [(x, places.index(place)) for place in run]
    plt.plot(*zip(*points, strict=True), color="gray", linewidth=0.5)
    for place in run:
        yours = YOURS.fullmatch(place[1])
        plt.plot(
            x,
            places.index(place),
            marker="o",
            markersize=6 if place[1] else 3,
            color="tab:orange" if yours else "tab:blue" if place[1] else "gray",
        )
plt.show()

# %% nested
block = Block(name="block")
for depth, _, name, owner in dict.fromkeys(watch(block, rows)):
    if name:
        print("    " * (depth - 1) + f"{name} of {owner}")
