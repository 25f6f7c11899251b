"""What a layer tracks as its own state."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Owner(keras.layers.Layer):
    """Hold state in several kinds of attributes, to see which ones count."""

    def __init__(self, **kwargs):
        """Create two weights, three sublayers and a plain number."""
        super().__init__(**kwargs)
        self.add_weight(shape=(2,), name="never_assigned")
        self.by_hand = keras.Variable(
            "zeros", shape=(2,), trainable=self.trainable, name="by_hand"
        )
        # A child does not ask its parent for these.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.child = keras.layers.Dense(1, name="child", **shared)
        self.rest = [
            keras.layers.Dense(1, name=f"item_{i}", **shared) for i in range(2)
        ]
        self.factor = 0.5

    def call(self, inputs):
        """Map floats `(batch, 2)` to floats `(batch, 1)`."""
        total = self.child(inputs * self.by_hand)
        for layer in self.rest:
            total += layer(inputs)
        return self.factor * total


# %% use
owner = Owner(name="owner")
owner(ops.ones((1, 2)))
for weight in owner.weights:
    print(weight.path, weight.shape)
