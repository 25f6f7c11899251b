"""A layer counts how often its units are active, and a callback reads it."""

# %% define
import keras
import numpy as np
from keras import ops


class CountingRelu(keras.layers.Layer):
    """Apply ReLU, and count how often each unit is active."""

    def build(self, input_shape):
        """Create one count for each unit."""
        self.times = self.add_weight(
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="times",
        )

    def call(self, inputs):
        """Map rows `(batch, units)` to rows of the same shape."""
        outputs = ops.relu(inputs)
        active = ops.cast(outputs > 0, "float32")
        self.times.assign_add(ops.sum(active, axis=0))
        return outputs


# %% by-hand
relu = CountingRelu()
relu(np.array([[1.0, -1.0, 2.0], [3.0, -2.0, -1.0]]))
print("times active:", ops.convert_to_numpy(relu.times))

# %% train
rng = np.random.default_rng(1)
x = rng.uniform(-1, 1, size=(256, 2))
y = np.sum(np.abs(x), axis=1, keepdims=True)
kernel = rng.normal(size=(2, 8))
one_eighth = keras.initializers.Constant(1 / 8)


def train(rate):
    """Train, and note after each epoch how many units are dead."""
    hidden, relu = keras.layers.Dense(8), CountingRelu()
    out = keras.layers.Dense(1, kernel_initializer=one_eighth)
    model = keras.Sequential([keras.Input((2,)), hidden, relu, out])
    hidden.kernel.assign(kernel)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")

    def note(epoch, logs):
        times = ops.convert_to_numpy(relu.times)
        logs["dead"] = int(np.sum(times == 0))
        relu.times.assign(np.zeros(8))

    callback = keras.callbacks.LambdaCallback(on_epoch_end=note)
    fitted = model.fit(
        x, y, epochs=5, callbacks=[callback], verbose=0, shuffle=False
    )
    return fitted.history


for rate in (0.1, 0.8):
    history = train(rate)
    print("rate", rate, "dead:", history["dead"])
    print("loss:", np.round(history["loss"], 2))
