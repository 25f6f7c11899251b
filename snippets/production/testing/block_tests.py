"""A layer, and the tests that it should have."""

# %% layer
import pathlib
import tempfile

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class NormDrop(keras.layers.Layer):
    """Divide rows by their root mean square, scale them, drop some in training.

    Args:
        rate: Share of the numbers that training drops.
        epsilon: Added to the mean square, so that nothing is divided by zero.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, rate=0.5, epsilon=1e-6, **kwargs):
        """Create the dropout; `build()` creates the scale."""
        super().__init__(**kwargs)
        self.rate = rate
        self.epsilon = epsilon
        self.dropout = keras.layers.Dropout(rate, dtype=self.dtype_policy)

    def build(self, input_shape):
        """Create the scale for inputs `(..., features)`."""
        if self.built:
            return
        self.scale = self.add_weight(
            shape=input_shape[-1:], initializer="ones", name="scale"
        )

    def call(self, inputs, training=None):
        """Map floats `(..., features)` to floats of the same shape."""
        # Squares overflow in float16 soon.
        x = ops.cast(inputs, "float32")
        mean_square = ops.mean(ops.square(x), axis=-1, keepdims=True)
        x = ops.cast(x * ops.rsqrt(mean_square + self.epsilon), inputs.dtype)
        return self.dropout(x * self.scale, training=training)

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"rate": self.rate, "epsilon": self.epsilon}
        return {**super().get_config(), **config}


# %% helpers
ROWS = np.random.default_rng(0).normal(size=(4, 8)).astype("float32")


def make():
    """Return a layer whose arguments are no defaults."""
    return NormDrop(rate=0.25, epsilon=1e-3)


def run(layer, rows=ROWS, **arguments):
    """Return what a layer makes of rows, as an array."""
    return ops.convert_to_numpy(layer(rows, **arguments))


# %% values
def test_it_computes_what_numpy_computes():
    """Compare with the formula, written by somebody else or in another way."""
    mean_square = (ROWS.astype("float64") ** 2).mean(axis=1, keepdims=True)
    wanted = ROWS / np.sqrt(mean_square + 1e-3)
    np.testing.assert_allclose(run(make()), wanted, rtol=1e-5, atol=1e-6)


def test_training_differs_from_inference():
    """Some numbers are dropped in training, and none otherwise."""
    layer = make()
    assert np.any(run(layer, training=True) == 0.0)
    assert not np.any(run(layer, training=False) == 0.0)
    np.testing.assert_array_equal(run(layer), run(layer))


# %% symbolic
def test_a_symbolic_call_promises_what_comes():
    """Build a model without knowing the batch; then call it on two sizes."""
    inputs = keras.Input((8,))
    outputs = make()(inputs)
    assert outputs.shape == (None, 8)
    model = keras.Model(inputs, outputs)
    for rows in (ROWS, ROWS[:1]):
        assert run(model, rows).shape == rows.shape


# %% gradients
def test_a_training_step_moves_every_weight():
    """A weight that stays where it was had no gradient."""
    model = keras.Sequential([keras.Input((8,)), make()])
    model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
    before = [weight.numpy() for weight in model.trainable_weights]
    assert before
    model.fit(ROWS, ROWS, verbose=0)
    for old, weight in zip(before, model.trainable_weights, strict=True):
        assert not np.array_equal(old, weight.numpy()), weight.path


# %% saving
def test_a_copy_has_all_arguments():
    """The configuration of a copy is that of the layer."""
    config = make().get_config()
    assert NormDrop.from_config(config).get_config() == config
    assert (config["rate"], config["epsilon"]) == (0.25, 1e-3)


def test_a_loaded_model_computes_the_same():
    """Weights that are not as they were at first come back from a file."""
    model = keras.Sequential([keras.Input((8,)), make()])
    for weight in model.trainable_weights:
        weight.assign(weight + 0.5)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "model.keras"
        model.save(path)
        loaded = keras.saving.load_model(path)
    np.testing.assert_allclose(run(loaded), run(model), rtol=1e-6)


# %% precision
def test_half_precision_is_half_precision_and_about_as_good():
    """Weights stay in float32, and outputs are of the compute dtype."""
    for policy in ("mixed_float16", "mixed_bfloat16"):
        layer = NormDrop(dtype=policy)
        outputs = layer(100.0 * ROWS)
        dtype = keras.backend.standardize_dtype(outputs.dtype)
        assert dtype == layer.compute_dtype
        assert layer.scale.dtype == "float32"
        found = ops.convert_to_numpy(ops.cast(outputs, "float32"))
        np.testing.assert_allclose(
            found, run(NormDrop(), 100.0 * ROWS), atol=0.05
        )


# %% run
if __name__ == "__main__":
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            test()
            print("passed:", name)
