"""A number from inside a layer becomes a metric of the model."""

# %% layer
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MeasuredRelu(keras.layers.Layer):
    """Apply a ReLU, and remember which share of it was active."""

    def __init__(self, **kwargs):
        """Create the share: state of the layer, not a metric."""
        super().__init__(**kwargs)
        self.share = self.add_weight(
            shape=(),
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="share",
        )

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        outputs = ops.relu(inputs)
        self.share.assign(ops.mean(ops.cast(outputs > 0, "float32")))
        return outputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


# %% model
@keras.saving.register_keras_serializable(package="guide")
class Classifier(keras.Model):
    """Map points to logits, and report the share of active units."""

    def __init__(self, units=8, **kwargs):
        """Create the layers and the metric."""
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(units, **shared)
        self.relu = MeasuredRelu(**shared)
        self.head = keras.layers.Dense(1, **shared)
        self.active = keras.metrics.Mean(name="active")

    def call(self, inputs, training=None):
        """Map points `(batch, 2)` to logits `(batch, 1)`."""
        return self.head(self.relu(self.hidden(inputs)))

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Average the share over batches, then compute the loss."""
        self.active.update_state(self.relu.share)
        return super().compute_loss(x, y, y_pred, sample_weight, training)

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "units": self.units}


# %% fit
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = (x[:, :1] * x[:, 1:] > 0).astype("float32")

model = Classifier()
model(x)
model.set_weights([rng.normal(size=w.shape) for w in model.get_weights()])
loss = keras.losses.BinaryCrossentropy(from_logits=True)
model.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss)
history = model.fit(x, y, epochs=3, batch_size=16, shuffle=False, verbose=0)
for name, values in sorted(history.history.items()):
    print(name, [round(value, 3) for value in values])

# %% predict
scores = model.evaluate(x, y, return_dict=True, verbose=0)
print("evaluate:", round(scores["active"], 3))
model.predict(-10.0 * x, verbose=0)
print("after predict:", round(float(model.active.result()), 3))
