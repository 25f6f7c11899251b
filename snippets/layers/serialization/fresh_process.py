"""Save models, load them in a process that knows nothing, and compare."""

# %% define
import subprocess
import sys

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a learned number."""

    def __init__(self, **kwargs):
        """Create the number."""
        super().__init__(**kwargs)
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


class Net(keras.Model):
    """A subclassed model around that layer, not registered."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.scale = Scale(**shared)

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        return self.scale(inputs)


# %% save
x = np.array([[1.0, 2.0]])
inputs = keras.Input((2,))
functional = keras.Model(inputs, Scale()(inputs))
subclassed = Net()
subclassed(x)

functional.set_weights([np.array(3.0)])
subclassed.set_weights([np.array(4.0)])
print("functional:", functional.predict(x, verbose=0))
print("subclassed:", subclassed.predict(x, verbose=0))
functional.save("functional.keras")
subclassed.save("subclassed.keras")

# %% script
script = """
import textwrap

import keras
import numpy as np

try:
    keras.saving.load_model("functional.keras")
except TypeError as error:
    lines = str(error).splitlines()
    line = next(line for line in lines if "Could not locate" in line)
    line = line.partition(" Full object config")[0]
    print(textwrap.fill(line, width=76))


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs):
        return self.scale * inputs

    def get_config(self):
        return super().get_config()


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = Scale(dtype=self.dtype_policy)

    def call(self, inputs, training=None):
        return self.scale(inputs)


x = np.array([[1.0, 2.0]])
functional = keras.saving.load_model("functional.keras")
names = {"Net": Net}
subclassed = keras.saving.load_model("subclassed.keras", custom_objects=names)
print("functional:", functional.predict(x, verbose=0))
print("subclassed:", subclassed.predict(x, verbose=0))
"""

# %% run timeout=200
command = [sys.executable, "-c", script]
done = subprocess.run(command, capture_output=True, text=True, timeout=180)
print(done.stdout.strip())
