"""A mistake: a layer is looked for where it was years ago."""

# %% use raises=ModuleNotFoundError
from importlib import import_module

import keras

print("Keras", keras.__version__[:4])
# Does what `from keras.engine.topology import Layer` does.
import_module("keras.engine.topology")
