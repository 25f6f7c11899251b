"""A mistake: a model with a compile() of its own is loaded."""

# %% use warns=UserWarning
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Weighted(keras.Sequential):
    """A stack of layers whose loss is multiplied by a number."""

    def compile(self, factor, **kwargs):
        """Keep the number, and compile as always."""
        super().compile(**kwargs)
        self.factor = factor

    def compute_loss(self, *args, **kwargs):
        """Multiply the loss."""
        return self.factor * super().compute_loss(*args, **kwargs)


dense = keras.layers.Dense(1, kernel_initializer="ones")
x, y = np.ones((2, 3)), np.zeros((2, 1))
model = Weighted([keras.Input((3,)), dense])
model.compile(factor=10.0, optimizer="sgd", loss="mse")
print("loss:", model.evaluate(x, y, verbose=0))

model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print("has a factor:", hasattr(loaded, "factor"))
