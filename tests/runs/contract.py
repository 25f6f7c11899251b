"""What every layer and model of the programs has to stand: the checks themselves.

They follow in the fork that has run a program, once all is written that it puts out. Of
each of its classes the first instance is taken, with the arguments of its first call.
Nothing is listed by hand, so no class is forgotten.
"""

import ast
import contextlib
import json
import os
import pickle
import re
import sys
from pathlib import Path

import numpy as np

from tests.runs import program
from tests.runs.cases import (
    LAYER,
    POLICIES,
    Case,
    Notes,
    arrays_of,
    definitions,
    is_tensor,
    outputs_of,
    tensors,
    unchanged,
    value,
    with_policy,
)
from tests.runs.training import gradient, trained

HALF = 2**-7  # as a part of a number: what two operations in bfloat16 may lose
MOVED = 16  # times that a layer is called so, before it is said not to jump
FROZEN = ".frozen"  # the end of the name of what is saved while it does not train


def observe(path, folder):
    """Run a program, then check its classes; return the program's exit status.

    What is wrong is written to `checks` in the folder: class → check → error or null.
    What has to be loaded again is left in `saved` for `load_saved`.
    """
    notes = Notes()
    notes.begin()
    status = program.run(path, folder)
    notes.end()
    program.put_out(os.devnull, os.path.join(folder, "log"))
    compile_quickly()
    saved = Path(folder, "saved")
    saved.mkdir()
    namespace = vars(sys.modules["__main__"])
    found = {
        name: check_class(notes.cases.get(namespace[name]), saved / name)
        for name in layer_classes(namespace)
    }
    Path(folder, "checks").write_text(json.dumps(found))
    return status


def compile_quickly():
    """Have JAX compile quickly, not well, what is called once: a sixth less time."""
    if "jax" in sys.modules:
        sys.modules["jax"].config.update("jax_disable_most_optimizations", True)


def check_class(case, path):
    """Return what is wrong with a class: check → error or None."""
    if case is None:
        return {"call": "the program never calls it with success"}
    checks = (
        config,
        symbolic,
        precision,
        batch,
        built,
        frozen,
        trained,
        gradient,
        by_keras,
    )
    found = {check.__name__: outcome(check, case) for check in checks}
    return {**found, "saving": outcome(save, case, path)}


def load_saved(path, folder):
    """Load in a fresh process what `observe` has saved: class → check → error."""
    program.put_out(os.devnull, os.path.join(folder, "log"))
    compile_quickly()
    namespace = define(path)
    found = {}
    for saved in sorted(Path(folder).parent.glob("saved/*.keras")):
        name = saved.stem.removesuffix(FROZEN)
        check = "saving" if name == saved.stem else "frozen"
        found.setdefault(name, {})[check] = outcome(load, saved, namespace)
    Path(folder, "loaded").write_text(json.dumps(found))
    return 0


def define(path):
    """Return the names that a program's imports and definitions make."""
    tree = ast.parse(Path(path).read_bytes())
    kinds = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef)
    tree.body = [
        node
        for node in tree.body
        if isinstance(node, kinds)
        or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).isupper())
    ]
    namespace = {"__name__": "__main__", "__file__": path}
    exec(compile(tree, path, "exec"), namespace)
    return namespace


def layer_classes(namespace):
    """Return the names of the layers and models that a program defines."""
    if LAYER not in sys.modules:
        return []
    layer_class = sys.modules[LAYER].Layer
    return [
        name
        for name, each in namespace.items()
        if isinstance(each, type)
        and issubclass(each, layer_class)
        and (each.__module__, each.__name__) == ("__main__", name)
    ]


# Checking


def outcome(check, *arguments):
    """Return None where a check passes, else what is wrong."""
    try:
        check(*arguments)
    except Exception as error:
        text = re.sub(r"\x1b\[\d+m", "", str(error)).strip()
        return f"{type(error).__name__}: {text[:600]}"
    return None


def same(found, wanted, tolerance=1e-5):
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_allclose(
            one.astype("float64"), other, rtol=tolerance, atol=tolerance
        )


def same_as_half(found, case, policy):
    """Compare half precision with float32: what differs is where the layer jumps.

    A layer that rounds may put out another number as soon as its numbers move by as
    little as half precision moves them. There, float32 does so too: now it jumps, now
    it stays, while the outputs of a layer that loses precision never stay.
    """
    twin, wanted = case.twin(with_policy(case.layer.get_config(), "float32"))
    assert len(found) == len(wanted)

    def near(arrays):
        pairs = zip(arrays, wanted, strict=True)
        return [
            np.isclose(one.astype("float64"), other, rtol=0.1, atol=0.1)
            for one, other in pairs
        ]

    kept = near(found)
    if all(each.all() for each in kept):
        return
    random = np.random.default_rng(0)
    moved = [near(moved_outputs(twin, case, random)) for _ in range(MOVED)]
    for one, other, fine, *stays in zip(found, wanted, kept, *moved, strict=True):
        jumps = np.any(stays, axis=0) & ~np.all(stays, axis=0)
        assert (fine | jumps).all(), f"{policy}: {one.astype('float64')}, not {other}"


def moved_outputs(layer, case, random):
    """Call a layer with its weights and inputs moved by what half precision loses."""

    def moved(numbers):
        if not is_tensor(numbers) or numbers.dtype.kind != "f":
            return numbers
        part = random.uniform(-HALF, HALF, numbers.shape)
        return (numbers * (1 + part)).astype(numbers.dtype)

    import keras

    args, kwargs = keras.tree.map_structure(moved, (case.args, case.kwargs))
    with unchanged(layer):
        for weight in layer.weights:
            weight.assign(moved(np.array(weight.numpy())))
        return outputs_of(layer, Case(layer, args, kwargs))


def config(case):
    """Demand that the configuration makes the same layer again."""
    made = case.layer.get_config()
    twin, found = case.twin(made)
    assert json.dumps(twin.get_config()) == json.dumps(made), "another configuration"
    same(found, case.outputs)


def symbolic(case):
    """Demand that a call on `keras.Input` promises the shapes and types that come."""
    import keras

    _, promised = case.traced
    promised = [each for each in keras.tree.flatten(promised) if each is not None]
    found = case.outputs
    assert len(promised) == len(found)
    for one, other in zip(promised, found, strict=True):
        assert len(one.shape) == other.ndim, f"{one.shape} promised, {other.shape} came"
        for size, came in zip(one.shape, other.shape, strict=True):
            assert size in (None, came), f"{one.shape} promised, {other.shape} came"
        assert one.dtype == other.dtype, f"{one.dtype} promised, {other.dtype} came"


def batch(case):
    """Demand that two batches at once make twice the rows."""
    import keras

    model = case.functional
    arrays = [each for each in keras.tree.flatten(tensors(case)) if is_tensor(each)]
    arrays = [value(each) for each in arrays]
    twice = [np.concatenate([each, each]) if each.ndim else each for each in arrays]
    promised = keras.tree.flatten(case.traced[1])
    with unchanged(case.layer):
        ones, twos = map(keras.tree.flatten, (model(arrays), model(twice)))
    for spec, one, two in zip(promised, ones, twos, strict=True):
        wanted = list(one.shape)
        if wanted and spec.shape[0] is None:
            wanted[0] *= 2
        assert list(two.shape) == wanted, f"{tuple(two.shape)}, not {tuple(wanted)}"


def precision(case):
    """Demand outputs of the compute dtype, from weights in float32."""
    import keras

    wanted = case.outputs
    made = case.layer.get_config()
    for policy in POLICIES:
        computed = keras.DTypePolicy(policy).compute_dtype
        twin, found = case.twin(with_policy(made, policy))
        for weight in twin.weights:
            floating = "float" in weight.dtype
            assert not floating or weight.dtype == "float32", f"{policy}: {weight.path}"
        for one, other in zip(found, wanted, strict=True):
            if other.dtype == "float32":
                # NumPy gets to know bfloat16 by name alone.
                assert str(one.dtype) == computed, f"{policy}: {one.dtype}"
            assert np.isfinite(one.astype("float64")).all(), f"{policy}: not finite"
        seeded = any("seed_generator" in each.path for each in twin.variables)
        if seeded:
            continue  # a backend draws other numbers in another precision
        if policy == "float32":
            same(found, wanted)
        else:
            same_as_half(found, case, policy)


def frozen(case):
    """Demand that a layer which is created with `trainable=False` trains nothing."""
    if type(case.layer).__init__.__module__ != "__main__":
        return  # a constructor of Keras; that of `Sequential` ignores the flag
    twin, _ = case.twin({**case.layer.get_config(), "trainable": False})
    trains = [each.path for each in twin.variables if each.trainable]
    assert not trains, f"created with trainable=False, and trains {trains}"


def built(case):
    """Demand that `build()` makes all weights, and that another cannot spoil them.

    A file records the shapes of the last `build()`: with them, the same weights come.
    """
    import keras

    layer = case.layer
    if one_tensor(case) is None or not shape_alone_builds(layer):
        return
    made = layer.get_config()
    twin, _ = case.twin(made)
    shape = tuple(case.traced[0][0].shape)
    fresh = type(layer).from_config(made)
    fresh.build(shape)
    assert shapes(fresh) == shapes(twin), "build() makes other weights than a call"
    if sublayers(fresh) and not isinstance(layer, keras.Model):
        type(layer).from_config(made).compute_output_shape(shape)
    with contextlib.suppress(Exception):
        fresh.build((*shape[:-1], (shape[-1] or 0) + 1))
    assert shapes(fresh) == shapes(twin), "a second build() makes other weights"
    again = type(layer).from_config(made)
    again.build_from_config(fresh.get_build_config())
    assert shapes(again) == shapes(twin), "a second build() is what a file records"


def one_tensor(case):
    """Return the one tensor that a layer is called with, or None."""
    alone = (
        len(arrays_of(case)) == 1 and len(case.args) == 1 and is_tensor(case.args[0])
    )
    return case.args[0] if alone and case.args[0].ndim else None


def shape_alone_builds(layer):
    """Return whether `build()` makes what there is; else, the first call does."""
    return type(layer).build.__module__ == "__main__" or not layer.weights


def shapes(layer):
    return [tuple(weight.shape) for weight in layer.weights]


def sublayers(layer):
    return list(layer._flatten_layers(include_self=False))


def by_keras(case):
    """Demand what Keras demands of its own layers."""
    import keras
    from keras.src.testing import TestCase

    tensor = one_tensor(case)
    if isinstance(case.layer, keras.Sequential):
        return  # its configuration is a list of layers, not arguments
    if tensor is None or not shape_alone_builds(case.layer):
        return
    made = case.layer.get_config()
    alone, *others = case.outputs
    TestCase("run_layer_test").run_layer_test(
        lambda **config: type(case.layer).from_config(config),
        made,
        input_data=keras.ops.array(tensor),
        call_kwargs=case.kwargs,
        expected_output_shape=alone.shape if not others else None,
        custom_objects=definitions(),
        run_training_check=False,  # see `trained`
        # It asks for dtypes outside of a call, where weights are not cast.
        run_mixed_precision_check=False,
    )


def save(case, path):
    """Save the layer, in a model where it is none, with what it puts out."""
    import keras

    model, args, kwargs = case.layer, case.args, case.kwargs
    if not isinstance(model, keras.Model):
        model = case.functional
        flat = keras.tree.flatten((args, kwargs))
        args, kwargs = ([each for each in flat if is_tensor(each)],), {}
    model.save(path.with_suffix(".keras"))
    saved = {"args": args, "kwargs": kwargs, "wanted": case.outputs}
    path.with_suffix(".pickle").write_bytes(pickle.dumps(saved))
    if len(list(case.layer._flatten_layers())) > 1 and case.layer.trainable:
        case.layer.trainable = False
        model.save(path.with_name(f"{path.name}{FROZEN}.keras"))


def load(path, namespace):
    """Load a model and compare what it puts out with what it did before."""
    import keras

    model = keras.models.load_model(path, custom_objects=dict(namespace))
    if path.stem.endswith(FROZEN):
        trains = [each.path for each in model.trainable_weights]
        assert not trains, f"saved while frozen; loaded, it trains {trains}"
        return
    saved = pickle.loads(path.with_suffix(".pickle").read_bytes())
    case = Case(model, saved["args"], saved["kwargs"])
    same(outputs_of(model, case), saved["wanted"])
