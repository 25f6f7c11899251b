"""What training has to do to every layer and model: two checks of the contract."""

import numpy as np

from tests.runs.cases import (
    POLICIES,
    ROWS,
    Case,
    arrays_of,
    definitions,
    symbolic_call,
    unchanged,
    with_policy,
)

STEPS = 16  # one has to move weights: the scale of a loss may begin too high
AIM = -3.7  # what training aims at: no layer puts it out to begin with
EXTREMES = {"zeros": 0.0, "equal numbers": 0.5, "large values": 30.0}


def trained(case):
    """Demand that `fit()` is finite and moves weights, in each precision.

    What is added to the loss is float32. What is assigned to weights without a gradient
    is the same in all.
    """
    made = case.layer.get_config()
    wanted, *others = (moves(case, with_policy(made, each)) for each in POLICIES)
    for policy, found in zip(POLICIES[1:], others, strict=True):
        for (path, kept), (_, also) in zip(wanted, found, strict=True):
            assert also or not kept, f"{policy}: assigned to {path}, and lost"


def moves(case, config):
    """Return of each weight without a gradient if training changes it."""
    import keras

    twin, _ = case.twin(config)
    for loss in twin.losses:
        dtype = keras.backend.standardize_dtype(loss.dtype)
        assert dtype == "float32", f"{twin.dtype_policy.name}: adds {dtype} to the loss"
    with unchanged(twin):
        fixed = [each for each in twin.non_trainable_weights if "float" in each.dtype]
        for weight in fixed:  # away from what the same call has made of it before
            weight.assign(weight + 1.0)
        before = numbers_of(twin.weights)
        trains = {each.path for each in twin.trainable_weights}
        moved = set()
        steps = [own_step(case, twin), *[functional_step(case, twin)] * STEPS]
        for step in filter(None, steps):
            step()
            after = numbers_of(twin.weights)
            for path, numbers in after.items():
                assert np.isfinite(numbers).all(), f"{twin.dtype_policy.name}: {path}"
                if not np.array_equal(before[path], numbers):
                    moved.add(path)
            if moved & trains:
                break
        else:
            assert not any(steps) or not trains, "training moves no weight"
        return [(each.path, each.path in moved) for each in fixed]


def numbers_of(weights):
    return {each.path: np.array(each.numpy()) for each in weights}


def gradient(case):
    """Demand finite gradients for rows of zeros, equal numbers and large values."""
    import keras

    probes = []  # stand before the layer, and are trained through it

    def before(each):
        if "float" not in each.dtype or len(each.shape) < 2 or not each.shape[-1]:
            return each
        probes.append(keras.layers.Dense(each.shape[-1], kernel_initializer="identity"))
        return probes[-1](each)

    layer = case.layer
    step = functional_step(case, layer, before)
    if not step or not probes:
        return
    for name, number in EXTREMES.items():
        with unchanged(layer):
            step([replaced(each, number) for each in arrays_of(case)])
            for weight in (*probes[0].weights, *layer.weights):
                finite = np.isfinite(np.array(weight.numpy())).all()
                assert finite, f"{name}: the gradient of {weight.path} is not finite"


def replaced(array, number):
    """Return an array of rows of equal numbers, each row with another number."""
    if array.dtype.kind != "f":
        return array
    rows = np.linspace(number, 2 * number, len(array), dtype=array.dtype)
    return np.broadcast_to(rows.reshape(-1, *[1] * (array.ndim - 1)), array.shape)


def own_step(case, model):
    """Return a function that fits a model as its program does, or None."""
    import keras

    compiled, data = case.fitted or (None, None)
    if not compiled or not data:
        return None
    with keras.saving.custom_object_scope(definitions()):
        model.compile_from_config({**compiled, **at_once()})
    return lambda: model.fit(**data, batch_size=ROWS, verbose=0)


def functional_step(case, layer, before=lambda each: each):
    """Return a function that trains a layer in a model of its own, or None.

    It may be given other arrays than the case's, in a list. Each row is given a few
    times: a layer may drop most of it. The model puts out what the layer is given too,
    so that there is a gradient for what stands before, whatever the layer does.
    """
    import keras

    arrays = arrays_of(case)
    rows = len(arrays[0]) if arrays and arrays[0].ndim else 0
    if not rows or any(not each.ndim or len(each) != rows for each in arrays):
        return None
    given = []

    def noted(each):
        given.append(before(each))
        return given[-1]

    inputs, outputs = symbolic_call(Case(layer, case.args, case.kwargs), noted)
    outputs = [
        each
        for each in keras.tree.flatten((outputs, given))
        if each is not None and "float" in each.dtype and each.shape[:1] == (None,)
    ]
    if not outputs:
        return None
    model = keras.Model(inputs, outputs)
    model.dtype_policy = layer.dtype_policy  # by it, `compile()` scales the loss
    model.compile("sgd", loss=[distance] * len(outputs), **at_once())
    wanted = [np.zeros((rows * ROWS, 1))] * len(outputs)
    return lambda x=arrays: model.train_on_batch(
        [np.repeat(each, ROWS, axis=0) for each in x], wanted
    )


def at_once():
    """Return how to compile a model that takes a few steps: what is quickest."""
    import keras

    return {} if keras.backend.backend() == "jax" else {"run_eagerly": True}


def distance(y_true, y_pred):
    """Return a mean square, of which no large output makes infinity."""
    from keras import ops

    near = ops.clip(ops.cast(y_pred, "float32"), -1e6, 1e6)
    return ops.mean(ops.square(near - AIM))
