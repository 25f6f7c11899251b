"""Export a model, and call it in a process without Keras."""
# backends: tensorflow jax

# %% define
import subprocess
import sys

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """Map features to a probability."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(8, activation="tanh", **shared)
        self.head = keras.layers.Dense(1, **shared)

    def features(self, inputs):
        """Map floats `(batch, n)` to floats `(batch, 8)`."""
        return self.hidden(inputs)

    def call(self, inputs, training=None):
        """Map floats `(batch, n)` to probabilities `(batch, 1)`."""
        return ops.sigmoid(self.head(self.features(inputs)))


# %% export
keras.utils.set_random_seed(0)
model = Scorer()
model(np.ones((1, 3)))
model.set_weights([np.full(w.shape, 0.1) for w in model.get_weights()])
print("model:", model.predict(np.ones((2, 3)), verbose=0).ravel().round(3))
model.export("exported", verbose=False)

# %% script
script = """
import sys

sys.modules["keras"] = None  # no import of Keras can succeed

import numpy as np
import tensorflow as tf

served = tf.saved_model.load("exported")
rows = np.ones((2, 3), "float32")
print("served:", served.serve(rows).numpy().ravel().round(3))
"""

# %% run timeout=200
command = [sys.executable, "-c", script]
done = subprocess.run(command, capture_output=True, text=True, timeout=180)
print(done.stdout.strip())

# %% archive
signature = [keras.InputSpec(shape=(None, 3), dtype="float32")]
archive = keras.export.ExportArchive()
archive.track(model)
archive.add_endpoint("serve", model.call, signature)
archive.add_endpoint("features", model.features, signature)
archive.write_out("archive", verbose=False)

# %% endpoints timeout=200
script = """
import numpy as np
import tensorflow as tf

served = tf.saved_model.load("archive")
rows = np.ones((2, 3), "float32")
print("serve:", served.serve(rows).shape)
print("features:", served.features(rows).shape)
print(sorted(served.signatures))
"""
command = [sys.executable, "-c", script]
done = subprocess.run(command, capture_output=True, text=True, timeout=180)
print(done.stdout.strip())
