"""A weight that obeys a rule after each step of the optimizer."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class SumToOne(keras.constraints.Constraint):
    """Keep the numbers of a weight positive, and their sum at one."""

    def __call__(self, weight):
        """Return allowed values close to those of the weight."""
        weight = ops.maximum(weight, keras.config.epsilon())
        return weight / ops.sum(weight)


@keras.saving.register_keras_serializable(package="guide")
class Blend(keras.layers.Layer):
    """Weighted mean of the columns, with learned weights.

    Args:
        features: Number of columns.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, features, **kwargs):
        """Create the weights of the columns."""
        super().__init__(**kwargs)
        self.features = features
        self.share = self.add_weight(
            shape=(features,),
            initializer="ones",
            constraint=SumToOne(),
            name="share",
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return ops.sum(inputs * self.share, axis=-1, keepdims=True)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "features": self.features}


# %% train
x = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
y = x @ np.array([[0.2], [0.8], [0.0]], dtype="float32")

blend = Blend(features=3)
model = keras.Sequential([keras.Input((3,)), blend])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
print("created:       ", blend.share.numpy().round(2))

model.fit(x, y, batch_size=64, shuffle=False, verbose=0)
print("after one step:", blend.share.numpy().round(2))

model.fit(x, y, batch_size=64, epochs=50, shuffle=False, verbose=0)
print("after 51 steps:", blend.share.numpy().round(2))

# %% assign
blend.share.assign([5.0, 5.0, 5.0])
print("assigned:      ", blend.share.numpy().round(2))
