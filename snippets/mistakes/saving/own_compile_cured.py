"""A cure: what compile() was given is saved as well."""

# %% use
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

    def get_compile_config(self):
        """Return the arguments that `compile()` was given."""
        config = super().get_compile_config()
        return {**config, "factor": self.factor} if self.compiled else config

    def compile_from_config(self, config):
        """Compile with what `get_compile_config()` returned."""
        self.compile(**keras.saving.deserialize_keras_object(config))
        # The state of the optimizer is loaded next, and needs a place.
        self.optimizer.build(self.trainable_variables)


dense = keras.layers.Dense(1, kernel_initializer="ones")
x, y = np.ones((2, 3)), np.zeros((2, 1))
model = Weighted([keras.Input((3,)), dense])
model.compile(factor=10.0, optimizer="sgd", loss="mse")
print("loss:", model.evaluate(x, y, verbose=0))

model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print("loaded:", loaded.evaluate(x, y, verbose=0))
