"""Solution: a layer that adds new noise at each training step."""

# %% solve
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add normal noise while training."""

    def __init__(self, stddev, seed=None, **kwargs):
        """Create the generator here: it holds state."""
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        return inputs + keras.random.normal(
            ops.shape(inputs),
            stddev=self.stddev,
            dtype=self.compute_dtype,
            seed=self.seed_generator,
        )

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"stddev": self.stddev, "seed": self.seed}
        return {**super().get_config(), **config}


# %% check
def added(layer, **kwargs):
    """Return what a layer adds to many zeros."""
    return ops.convert_to_numpy(layer(ops.zeros((100, 100)), **kwargs))


noise = Noise(0.5, seed=7)
first, second = (added(noise, training=True) for _ in range(2))
assert first.any(), "training adds no noise"
std = first.std().round(2)
assert std == 0.5, f"the standard deviation is to be 0.5, not {std}"
assert (first != second).any(), "two calls in training add the same noise"
assert not added(noise).any(), "there is noise outside training"
assert len(noise.variables) == 1, "no generator among the variables"
noise.variables[0].assign([7, 0])
assert (added(noise, training=True) == first).all(), "no replay from the start"
copy = Noise.from_config(noise.get_config())
assert (added(copy, training=True) == first).all(), "the seed is ignored"
half = Noise(0.5, dtype="mixed_float16")(keras.Input((3,)), training=True)
assert half.dtype == "float16", f"in mixed_float16: {half.dtype}"
print("std:", std, "shape of any batch:", half.shape)
