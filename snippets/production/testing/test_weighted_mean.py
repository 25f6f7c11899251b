"""A layer and its tests, for python and for pytest."""

# %% layer
import tempfile
from pathlib import Path

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class WeightedMean(keras.layers.Layer):
    """Average over time, with weights that depend on the inputs.

    Args:
        temperature: The higher it is, the more equal the weights are.
        rate: Share of the weights that training drops.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, temperature=1.0, rate=0.0, **kwargs):
        """Make the dropout; the query waits for the number of features."""
        super().__init__(**kwargs)
        self.temperature = temperature
        self.rate = rate
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dropout = keras.layers.Dropout(rate, **shared)

    def build(self, input_shape):
        """Create the query, `(features,)`."""
        self.query = self.add_weight(
            shape=(input_shape[-1],), initializer="random_normal", name="query"
        )

    def call(self, inputs, mask=None, training=None):
        """Map floats `(batch, time, features)` to `(batch, features)`."""
        scores = ops.sum(inputs * self.query, axis=-1) / self.temperature
        if mask is not None:
            # float16 ends at 65504.
            scores = ops.where(mask, scores, -30000.0)
        weights = self.dropout(ops.softmax(scores), training=training)
        return ops.sum(inputs * ops.expand_dims(weights, -1), axis=1)

    def compute_output_shape(self, input_shape):
        """Return the shape without the axis of time."""
        return (input_shape[0], input_shape[2])

    def compute_mask(self, inputs, previous_mask=None):
        """Return None: the time is gone."""
        return None

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"temperature": self.temperature, "rate": self.rate}
        return {**super().get_config(), **config}


# %% make
INPUTS = np.random.default_rng(0).normal(size=(4, 5, 3)).astype("float32")


def make(**kwargs):
    """Return the layer under test; no argument has its default value."""
    keras.utils.set_random_seed(0)
    return WeightedMean(temperature=2.0, rate=0.5, **kwargs)


def make_model():
    """Return a model of the layer alone, for batches of any size."""
    inputs = keras.Input(INPUTS.shape[1:])
    return keras.Model(inputs, make()(inputs))


def same(one, other, tolerance=1e-5):
    """Tell whether two tensors hold the same numbers."""
    one, other = (
        ops.convert_to_numpy(ops.cast(each, "float32")) for each in (one, other)
    )
    return one.shape == other.shape and np.allclose(one, other, atol=tolerance)


# %% shapes
def test_shape_and_dtype():
    """What comes out has the shape that the docstring says."""
    outputs = make()(INPUTS)
    assert tuple(outputs.shape) == (4, 3)
    assert ops.dtype(outputs) == "float32"


def test_unknown_batch_size():
    """The symbolic call promises what comes, also in an incomplete batch."""
    model = make_model()
    assert model.output.shape == (None, 3)
    rows = np.resize(INPUTS, (7, 5, 3))
    assert same(model.predict(rows, batch_size=3, verbose=0), model(rows))


def test_rows_stay_apart():
    """A row gets the same result in any batch."""
    layer = make()
    assert same(layer(INPUTS)[:1], layer(INPUTS[:1]))


# %% numbers
def test_numpy_computes_the_same():
    """The formula, once more and in another way."""
    layer = make()
    outputs = layer(INPUTS)
    for row, output in zip(INPUTS, ops.convert_to_numpy(outputs), strict=True):
        weights = np.exp(row @ layer.query.numpy() / 2.0)
        assert same(output, weights @ row / weights.sum())


def test_without_scores_it_is_the_built_in_mean():
    """A special case for which Keras has a layer."""
    layer = make()
    layer.build(INPUTS.shape)
    layer.query.assign(ops.zeros(3))
    assert same(layer(INPUTS), keras.layers.GlobalAveragePooling1D()(INPUTS))


# %% learns
def test_every_weight_learns():
    """One step of training moves all trainable weights."""
    model = make_model()
    # PyTorch changes weights in place, so keep copies.
    before = [weight.numpy().copy() for weight in model.trainable_weights]
    model.compile(keras.optimizers.SGD(1.0), "mse")
    model.train_on_batch(INPUTS, np.ones((4, 3)))
    assert before, "no trainable weights"
    for old, weight in zip(before, model.trainable_weights, strict=True):
        moved = np.abs(weight.numpy() - old).max()
        assert moved > 1e-6, f"{weight.path} did not move"


# %% saving
def test_config_makes_the_same_layer():
    """From its config and its weights, the layer can be made again."""
    layer = make()
    outputs = layer(INPUTS)
    again = type(layer).from_config(layer.get_config())
    again.build(INPUTS.shape)
    again.set_weights(layer.get_weights())
    assert same(again(INPUTS), outputs)


def test_loaded_model_computes_the_same():
    """A file holds all that counts."""
    model = make_model()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.keras")
        model.save(path)
        again = keras.models.load_model(path)
    assert same(again(INPUTS), model(INPUTS))


# %% precision
def test_precision():
    """Mixed precision computes in half, about the same, on full weights."""
    expected = make()(INPUTS)
    for policy in ("mixed_float16", "mixed_bfloat16"):
        layer = make(dtype=policy)
        outputs = layer(INPUTS)
        dtype = ops.dtype(outputs)
        assert dtype == layer.compute_dtype, f"{policy}: {dtype} came out"
        assert same(outputs, expected, tolerance=0.05), policy
        assert all(weight.dtype == "float32" for weight in layer.weights)


# %% training
def test_only_training_is_random():
    """Dropout works in training and nowhere else."""
    layer = make()
    assert same(layer(INPUTS), layer(INPUTS)), "random outside training"
    assert not same(layer(INPUTS, training=True), layer(INPUTS)), "no dropout"


# %% mask
def test_masked_steps_do_not_count():
    """A masked end is like no end."""
    layer = make()
    mask = np.array([[True, True, True, False, False]] * 4)
    assert same(layer(INPUTS, mask=mask), layer(INPUTS[:, :3]))


# %% run
for name, function in list(globals().items()):
    if name.startswith("test_"):
        function()
        print("passed:", name)
