"""A mistake: two calls of super().__init__() in a functional model."""

# %% use raises=TypeError
import keras


# Wrong on purpose: the first call finds another parent the second time.
@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """One dense layer, wired in __init__()."""

    def __init__(self, **kwargs):
        """Call the parent once too often."""
        super().__init__()
        inputs = keras.Input((3,))
        outputs = keras.layers.Dense(1)(inputs)
        super().__init__(inputs, outputs, **kwargs)


Scorer().save("model.keras")
print("saved")
try:
    keras.saving.load_model("model.keras")
except TypeError as error:
    # In between is the configuration of the model.
    first, *_, last = str(error).splitlines()
    raise TypeError(f"{first} [...] {last}") from None
