"""What stop_gradient() keeps from learning."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Stop(keras.layers.Layer):
    """Return the inputs; no gradient passes backwards."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        return ops.stop_gradient(inputs)


def train(between):
    """Train three kernels of 1 for one step, and print them."""
    options = {"kernel_initializer": "ones", "use_bias": False}
    features = keras.layers.Dense(1, **options)
    main = keras.layers.Dense(1, **options)
    probe = keras.layers.Dense(1, **options)
    inputs = keras.Input((1,))
    shared = features(inputs)
    model = keras.Model(inputs, [main(shared), probe(between(shared))])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss=["mse", "mse"])
    x = np.ones((8, 1), dtype="float32")
    model.train_on_batch(x, [x, 5.0 * x])
    for name, layer in [("features", features), ("probe", probe)]:
        print(name, layer.kernel.numpy().round(2))


# %% without
train(keras.layers.Identity())

# %% with
train(Stop())
