"""A mistake: tf.init_scope does not permit a weight in call() any more."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf


# Wrong on purpose: the weight would be created too late.
class Late(keras.layers.Layer):
    """Multiply by one weight per feature, created as in Keras 2."""

    def __init__(self, **kwargs):
        """Create no weight yet."""
        super().__init__(**kwargs)
        self.scale = None

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        if self.scale is None:
            features = inputs.shape[-1]
            with tf.init_scope():
                self.scale = self.add_weight(shape=(features,), name="scale")
        return inputs * self.scale


# %% use raises=ValueError
Late()(tf.ones((2, 3)))
