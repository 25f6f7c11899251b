"""Choose JAX, before Keras is imported."""
# backends: jax

# %% choose
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras

print("Keras computes with", keras.backend.backend())
