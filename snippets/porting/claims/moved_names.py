"""Imports and names of Keras 2, and where they are in Keras 3."""

# %% imports
import inspect
from importlib import import_module
from operator import attrgetter

import keras

moved = {
    "engine.topology.Layer": "layers.Layer",
    "engine.base_layer.InputSpec": "layers.InputSpec",
    "engine.training.Model": "Model",
    "layers.core.Dense": "layers.Dense",
    "layers.recurrent.RNN": "layers.RNN",
    "layers.wrappers.Bidirectional": "layers.Bidirectional",
    "layers.merge.Concatenate": "layers.Concatenate",
    "utils.np_utils.to_categorical": "utils.to_categorical",
    "utils.vis_utils.plot_model": "utils.plot_model",
    "utils.generic_utils.get_custom_objects": "saving.get_custom_objects",
}
for old, new in moved.items():
    attrgetter(new)(keras)  # it exists
    module = "keras." + old.rpartition(".")[0]
    try:
        import_module(module)
    except ModuleNotFoundError:
        print(f"{module}: gone, now keras.{new}")

# %% members
outputs = keras.layers.Dense(1)(keras.Input((2,)))
history = outputs._keras_history
print("layer:", hasattr(history, "layer"))
print("operation:", type(history.operation).__name__)

cell = keras.layers.SimpleRNNCell(1)
print("get_initial_state", inspect.signature(cell.get_initial_state))
