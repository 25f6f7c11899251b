"""A cure: the model has a build() that builds its layers."""

# %% show
import keras


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """Two dense layers in a model."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.body = keras.layers.Dense(3, **shared)
        self.head = keras.layers.Dense(1, **shared)

    def build(self, input_shape):
        """Build each layer with the shape of its inputs."""
        self.body.build(input_shape)
        self.head.build(self.body.compute_output_shape(input_shape))
        super().build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.head(self.body(inputs))


model = Net(name="net")
model.build((None, 4))
model.summary(line_length=60)
print(model(keras.ops.ones((2, 4))).shape[0], "rows")
