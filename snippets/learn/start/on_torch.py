"""Choose PyTorch, before Keras is imported."""
# backends: torch

# %% choose
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras

print("Keras computes with", keras.backend.backend())
