"""A pair of functions for JAX becomes a layer of a Keras model."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
def apply(params, inputs):
    """Map floats `(batch, features)` to floats `(batch, 1)`."""
    return jnp.tanh(inputs @ params["hidden"]) @ params["out"]


@keras.saving.register_keras_serializable(package="guide")
def init(rng, inputs):
    """Make the weights for such inputs."""
    first, second = jax.random.split(rng)
    return {
        "hidden": jax.random.normal(first, (inputs.shape[-1], 8)),
        "out": jax.random.normal(second, (8, 1)),
    }


# %% fit
keras.utils.set_random_seed(0)
layer = keras.layers.JaxLayer(apply, init)
model = keras.Sequential([keras.Input((3,)), layer])
print([tuple(weight.shape) for weight in layer.trainable_weights])

model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse")
x = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
y = x[:, :1] - x[:, 1:2]
loss = model.fit(x, y, epochs=40, verbose=0).history["loss"]
print("loss below one tenth of the first:", loss[-1] < 0.1 * loss[0])

# %% save
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
same = np.allclose(
    loaded.predict(x, verbose=0), model.predict(x, verbose=0), atol=1e-5
)
print("same predictions:", same)

# %% freeze
layer.trainable = False
print("weights to train:", len(model.trainable_weights))
