"""Where the path of a weight comes from, and what it is good for."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by one number, then by one number for each feature."""

    def __init__(self, **kwargs):
        """Create the weight whose shape is known."""
        super().__init__(**kwargs)
        self.gain = self.add_weight(shape=(), initializer="ones", name="gain")

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return inputs * self.gain * self.scale

    def get_config(self):
        """Return the arguments that create this layer again."""
        # Keras by itself records plain arguments only, and a policy is none.
        return super().get_config()


@keras.saving.register_keras_serializable(package="guide")
class ScaledDense(keras.layers.Layer):
    """A dense layer with four units between two scales."""

    def __init__(self, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.before = Scale(name="before", **shared)
        self.dense = keras.layers.Dense(
            4, kernel_initializer="ones", bias_initializer="ones", **shared
        )
        self.after = Scale(name="after", **shared)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 4)`."""
        return self.after(self.dense(self.before(inputs)))


# %% use
block = ScaledDense(name="block")
block(ops.ones((1, 3)))
for weight in block.weights:
    print(weight.path)

# %% decay
optimizer = keras.optimizers.AdamW(learning_rate=1.0, weight_decay=0.1)
optimizer.exclude_from_weight_decay(var_names=["bias", "gain", "scale"])
gradients = [ops.zeros(weight.shape) for weight in block.weights]
optimizer.apply(gradients, block.trainable_weights)
for weight in block.weights:
    print(f"{weight.path:20}", weight.numpy().min().round(2))
