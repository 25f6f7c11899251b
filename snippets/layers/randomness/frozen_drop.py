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


# %% plot
x = ops.ones((1, 24))
fig, axes = plt.subplots(1, 2, figsize=(6, 2.6), layout="constrained")
layers = (FrozenDrop(), keras.layers.Dropout(0.5, seed=7))
for ax, layer in zip(axes, layers, strict=True):
    steps = [layer(x, training=True) for _ in range(16)]
    rows = [ops.convert_to_numpy(step)[0] for step in steps]
    ax.imshow(np.stack(rows), cmap="viridis", aspect="auto")
    ax.set(title=type(layer).__name__, xlabel="unit", ylabel="step")
plt.show()
