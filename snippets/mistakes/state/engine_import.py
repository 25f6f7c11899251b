"""A mistake: Layer is imported from where it was before 2020."""

# %% use raises=ModuleNotFoundError
from keras.engine.topology import Layer

print(Layer.__name__)
