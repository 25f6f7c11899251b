"""A layer that subtracts a running mean of its inputs."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Center(keras.layers.Layer):
    """Subtract the running mean of each feature, then scale.

    Args:
        features: Number of columns of the input.
        momentum: Share of the old mean that survives a training step.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, features, momentum=0.9, **kwargs):
        """Create the mean, which training moves, and the learned scale."""
        super().__init__(**kwargs)
        self.features = features
        self.momentum = momentum
        self.mean = self.add_weight(
            shape=(features,),
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="mean",
        )
        self.scale = self.add_weight(
            shape=(features,), initializer="ones", name="scale"
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        if training:
            batch_mean = ops.mean(ops.cast(inputs, self.mean.dtype), axis=0)
            kept = self.momentum * self.mean
            self.mean.assign(kept + (1.0 - self.momentum) * batch_mean)
        return (inputs - ops.cast(self.mean, inputs.dtype)) * self.scale

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"features": self.features, "momentum": self.momentum}
        return {**super().get_config(), **config}


# %% lists
center = Center(features=2, name="center")
print("weights:", [w.path for w in center.weights])
print("trainable:", [w.path for w in center.trainable_weights])
print("non-trainable:", [w.path for w in center.non_trainable_weights])

# %% fit
keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
x = rng.normal(loc=[3.0, -2.0], size=(256, 2)).astype("float32")
y = x.sum(axis=1, keepdims=True)

dense = keras.layers.Dense(1, name="dense")
model = keras.Sequential([keras.Input((2,)), center, dense])
model.compile(optimizer=keras.optimizers.SGD(0.01, momentum=0.9), loss="mse")
print("mean before:", center.mean.numpy().round(2))
model.fit(x, y, batch_size=32, epochs=5, shuffle=False, verbose=0)
print("mean after: ", center.mean.numpy().round(2))
print("mean of x:  ", x.mean(axis=0).round(2))

# %% optimizer
for variable in model.optimizer.variables:
    print(variable.path)

# %% freeze
center.trainable = False
print("trainable:", [w.path for w in center.trainable_weights])
print("non-trainable:", [w.path for w in center.non_trainable_weights])

center(100.0 + x, training=True)
print("mean now:", center.mean.numpy().round(2))

# %% unfreeze
center.trainable = True
print("trainable:", [w.path for w in center.trainable_weights])
