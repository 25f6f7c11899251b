"""A mistake: an integer seed drops the same units in every step."""

# %% define
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class FrozenDrop(keras.layers.Layer):
    """Set half of the inputs to zero: always the same half."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        draws = keras.random.uniform(ops.shape(inputs), seed=7)
        return ops.where(draws < 0.5, ops.zeros_like(inputs), 2.0 * inputs)


# %% share
def outputs(layer, steps):
    """Return what a layer makes of 24 ones, step by step."""
    x = ops.ones((1, 24))
    rows = [layer(x, training=True) for _ in range(steps)]
    return np.concatenate([ops.convert_to_numpy(row) for row in rows])


for layer in (FrozenDrop(), keras.layers.Dropout(0.5, seed=7)):
    share = (outputs(layer, steps=200) == 0).mean(axis=0)
    print(type(layer).__name__, "units that never change:", end=" ")
    print(np.isin(share, (0.0, 1.0)).sum(), "of", len(share))

# %% plot
fig, axes = plt.subplots(1, 2, figsize=(6, 2.6), layout="constrained")
layers = (FrozenDrop(), keras.layers.Dropout(0.5, seed=7))
for ax, layer in zip(axes, layers, strict=True):
    ax.imshow(outputs(layer, steps=16), cmap="viridis", aspect="auto")
    ax.set(title=type(layer).__name__, xlabel="unit", ylabel="step")
plt.show()
