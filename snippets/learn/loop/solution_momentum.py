"""Solution: an optimizer with momentum."""

# %% solve
import keras
import numpy as np
from keras import ops


class Momentum:
    """Gradient descent that keeps a part of its last step."""

    def __init__(self, learning_rate, momentum):
        """Keep the two numbers; the first call knows the shapes."""
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.steps = None

    def apply(self, gradients, weights):
        """Change each weight, given one gradient for each."""
        if self.steps is None:
            self.steps = [ops.zeros_like(gradient) for gradient in gradients]
        self.steps = [
            self.momentum * step - self.learning_rate * gradient
            for step, gradient in zip(self.steps, gradients, strict=True)
        ]
        for step, weight in zip(self.steps, weights, strict=True):
            weight.assign_add(step)


# %% check
x, y = np.array([[1.0], [2.0]]), np.array([[3.0], [6.0]])
options = {"use_bias": False, "kernel_initializer": "zeros"}
own = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, **options)])
other = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, **options)])
other.compile(optimizer=keras.optimizers.SGD(0.02, momentum=0.9), loss="mse")
optimizer = Momentum(learning_rate=0.02, momentum=0.9)
for step in (1, 2, 3):
    gradient = ops.array([[5.0 * (own.predict(x[:1], verbose=0).item() - 3.0)]])
    optimizer.apply([gradient], own.trainable_variables)
    other.fit(x, y, verbose=0)
    outputs = own.predict(x, verbose=0)
    error = np.abs(outputs - other.predict(x, verbose=0)).max()
    assert error < 1e-4, f"step {step}: outputs differ by {error:.2f}"
Momentum(1.0, 0.9).apply([ops.array([[0.5]])], own.trainable_variables)
moved = outputs[0].item() - own.predict(x[:1], verbose=0).item()
assert abs(moved - 0.5) < 1e-4, "the first step is not the gradient"
print(f"price of a kilo: {outputs[0].item():.2f}")
