"""Choose TensorFlow, before Keras is imported."""
# backends: tensorflow

# %% choose
import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras

print("Keras computes with", keras.backend.backend())
