"""The cure: everything that is public has a public path."""

# %% use
from keras import KerasTensor, Model, ops
from keras.layers import InputSpec, Layer
from keras.utils import get_source_inputs

for each in (Layer, InputSpec, Model, KerasTensor, get_source_inputs, ops):
    print(each.__name__)
