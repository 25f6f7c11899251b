"""Export a model with named inputs, and call what was exported."""
# backends: tensorflow

# %% export
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Minus(keras.Model):
    """Subtract one input from the other, and report both."""

    def call(self, inputs, training=None):
        """Map two floats of one shape to two floats of this shape."""
        difference = inputs["title"] - inputs["body"]
        return {"difference": difference, "double": 2.0 * difference}


model = Minus()
model({"title": np.ones((1, 2)), "body": np.ones((1, 2))})
model.export("exported", verbose=False)
served = tf.saved_model.load("exported")
three, one = np.full((5, 2), 3.0, "float32"), np.ones((5, 2), "float32")
outputs = served.serve({"body": one, "title": three})
for name in sorted(outputs):
    print(name, outputs[name].numpy()[0], outputs[name].shape)
