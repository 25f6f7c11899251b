"""A dropout of our own, with a seed generator."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Drop(keras.layers.Layer):
    """Set a share of the inputs to zero while training.

    Args:
        rate: The share, from 0 up to but not including 1.
        seed: An integer, or None for a seed that Keras draws.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, rate, seed=None, **kwargs):
        """Create the generator here: it holds state."""
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        # Drawn in float32: bfloat16 has but few numbers to compare with.
        draws = keras.random.uniform(
            ops.shape(inputs), dtype="float32", seed=self.seed_generator
        )
        # Kept values are divided by 1 - rate, so the expected sum stays.
        kept = inputs / (1.0 - self.rate)
        return ops.where(draws < self.rate, ops.zeros_like(inputs), kept)

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}


# %% use
drop = Drop(0.5, seed=7, name="drop")
x = ops.ones((1, 10))
print(ops.convert_to_numpy(drop(x)))
for _ in range(3):
    print(ops.convert_to_numpy(drop(x, training=True)))

# %% state
print("variables:", [variable.path for variable in drop.variables])
print("weights:", drop.weights)

# %% elsewhere
print(drop(keras.Input((None, 3)), training=True).shape)
half = Drop(0.5, dtype="mixed_bfloat16")
print(keras.backend.standardize_dtype(half(x, training=True).dtype))
