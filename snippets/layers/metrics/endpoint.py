"""A layer that adds its own loss and keeps its own accuracy."""
# backends: tensorflow torch

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class LogisticEndpoint(keras.layers.Layer):
    """Turn logits into probabilities; given targets, score them too."""

    def __init__(self, **kwargs):
        """Create the loss and the metric once."""
        super().__init__(**kwargs)
        self.loss_fn = keras.losses.BinaryCrossentropy(from_logits=True)
        self.accuracy = keras.metrics.BinaryAccuracy(name="accuracy")

    def call(self, logits, targets=None):
        """Map logits and targets `(batch, 1)` to floats `(batch, 1)`."""
        probabilities = ops.sigmoid(logits)
        if targets is not None:
            self.add_loss(self.loss_fn(targets, logits))
            self.accuracy.update_state(targets, probabilities)
        return probabilities


# %% by-hand
endpoint = LogisticEndpoint(name="endpoint")
logits = ops.convert_to_tensor([[2.0], [-1.0], [3.0], [-2.0]])
endpoint(logits, ops.convert_to_tensor([[1.0], [0.0], [1.0], [1.0]]))
print([metric.name for metric in endpoint.metrics])
print(float(endpoint.accuracy.result()))

# %% fit
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = (x[:, :1] + x[:, 1:] > 0.5).astype("float32")

points = keras.Input((2,), name="points")
targets = keras.Input((1,), name="targets")
logits = keras.layers.Dense(1, kernel_initializer="zeros")(points)
model = keras.Model([points, targets], endpoint(logits, targets))

model.compile(optimizer=keras.optimizers.SGD(1.0))
data = {"points": x, "targets": y}
history = model.fit(data, epochs=3, batch_size=16, shuffle=False, verbose=0)
for name, values in sorted(history.history.items()):
    print(name, [round(value, 3) for value in values])

# %% predict
scores = model.evaluate(data, return_dict=True, verbose=0)
print("evaluate:", round(scores["accuracy"], 3))
model.predict({"points": x, "targets": 1.0 - y}, verbose=0)
print("after predict:", round(float(endpoint.accuracy.result()), 3))

# %% serve
server = keras.Model(points, endpoint(logits))
endpoint.accuracy.reset_state()
print(server.predict(x[:2], verbose=0).shape)
print("rows counted:", int(endpoint.accuracy.count.numpy()))
