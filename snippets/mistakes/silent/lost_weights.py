"""A mistake: build() of a model leaves a child unbuilt."""

# %% use
import keras
import numpy as np
from keras import ops


# breaks saving: the weights of the dense layer are not there to be loaded.
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A dense layer and a shift."""

    def __init__(self, **kwargs):
        """Create the layer, with ones to begin with."""
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(
            1, kernel_initializer="ones", dtype=self.dtype_policy
        )

    def build(self, input_shape):
        """Create the shift, and forget the layer: `(batch, features)`."""
        self.shift = self.add_weight(shape=(1,), name="shift")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs) + self.shift


x = np.ones((1, 2), dtype="float32")
model = Net()
model(x)
model.set_weights([np.full(weight.shape, 5.0) for weight in model.weights])
model.save("net.keras")
loaded = keras.saving.load_model("net.keras")

before, after = (
    float(ops.convert_to_numpy(net(x))[0, 0]) for net in (model, loaded)
)
print("before:", before, "after loading:", after)
assert (before, after) == (20.0, 7.0)  # wrong: a kernel as it was at first
