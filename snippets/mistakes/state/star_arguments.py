"""A mistake: call() takes its inputs as *args."""

# %% use warns=UserWarning
import keras


@keras.saving.register_keras_serializable(package="guide")
class Sum(keras.layers.Layer):
    """Map two inputs with one dense layer, and add the results."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, **shared)

    def call(self, *inputs):
        """Map two floats `(batch, features)` to floats `(batch, 2)`."""
        return sum(self.dense(each) for each in inputs)


x = keras.ops.ones((1, 3))
outputs = Sum()(x, x)
print(tuple(outputs.shape))
