"""A layer with two weights learns a line from noisy points."""

# %% define
import keras
import matplotlib.pyplot as plt
import numpy as np


class Line(keras.layers.Layer):
    """Scalar map `slope * inputs + intercept`, shape kept."""

    def __init__(self, **kwargs):
        """Create the two scalar weights."""
        super().__init__(**kwargs)
        self.slope = self.add_weight(
            shape=(), initializer="zeros", name="slope"
        )
        self.intercept = self.add_weight(
            shape=(), initializer="zeros", name="intercept"
        )

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.slope * inputs + self.intercept


# %% learn
rng = np.random.default_rng(3)
x = rng.uniform(-1.0, 1.0, size=(64, 1)).astype("float32")
y = 3.0 * x + 2.0 + rng.normal(0.0, 0.4, size=x.shape).astype("float32")

line = Line()
model = keras.Sequential([keras.Input((1,)), line])
model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
model.fit(x, y, epochs=20, batch_size=16, shuffle=False, verbose=0)
print("slope:", line.slope.numpy().round(3))
print("intercept:", line.intercept.numpy().round(3))

# %% draw
ends = np.array([[-1.0], [1.0]], dtype="float32")
learned = model.predict(ends, verbose=0)
figure, axes = plt.subplots(figsize=(6, 3.5), layout="constrained")
axes.scatter(x, y, color="tab:blue", s=18, label="the points")
axes.plot(ends, learned, color="tab:orange", label="the layer")
axes.set(xlabel="input", ylabel="output")
axes.legend()
plt.show()
