"""The cure: a seed generator, made once."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Drop(keras.layers.Layer):
    """Set half of the inputs to zero in training."""

    def __init__(self, **kwargs):
        """Create the generator, which is state of the layer."""
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(7)

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        return keras.random.dropout(inputs, 0.5, seed=self.seed_generator)


drop = Drop()
x = ops.ones((1, 32))
outputs = [drop(x, training=True) for _ in range(20)]
count = len({ops.convert_to_numpy(each).tobytes() for each in outputs})
print("different results of 20 calls:", count)
assert count == 20
