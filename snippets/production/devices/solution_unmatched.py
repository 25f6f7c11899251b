"""Solution: find the keys of a LayoutMap that match no weight."""
# backends: jax

# %% solve
import os

os.environ["KERAS_BACKEND"] = "jax"

import re

import keras


def unmatched(layout_map, model):
    """Return the keys of a `LayoutMap` that match no weight of a model."""
    paths = [weight.path for weight in model.weights]
    return [
        key
        for key in layout_map
        if not any(re.fullmatch(key, path) for path in paths)
    ]


# %% check
mesh = keras.distribution.DeviceMesh((1, 1), ["batch", "model"], ["cpu:0"])
layout_map = keras.distribution.LayoutMap(mesh)
layout_map[".*hidden/kernel"] = (None, "model")
layout_map["net/out/kernel"] = ("model", None)
layout_map["out/bias"] = (None,)
layout_map[".*norm"] = ("model",)

layers = [
    keras.layers.Dense(8, name="hidden"),
    keras.layers.Dense(1, name="out"),
]
model = keras.Sequential(layers, name="net")
model.build((None, 4))
for weight in model.weights:
    print("weight:", weight.path)
found = unmatched(layout_map, model)
print("keys without a weight:", found)
assert "out/bias" in found, "a key has to match the whole path"
assert found == ["out/bias", ".*norm"], "only two keys match no weight"
