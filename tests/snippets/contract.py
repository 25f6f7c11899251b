"""What every layer and model of the programs has to stand: the checks themselves.

A program is run, and of each of its classes the first instance is taken, with the
arguments of its first call. Nothing is listed by hand, so no class is forgotten.
"""

import ast
import contextlib
import io
import json
import pickle
import re
from dataclasses import dataclass

import numpy as np

from execdocs.model.program import first_line

EXCEPTION = re.compile(r"# breaks (?P<checks>[a-z0-9(), ]+): .*\S")
POLICIES = ("float32", "mixed_float16", "mixed_bfloat16")


@dataclass
class Case:
    """An instance of a class, and what it was called with."""

    layer: object
    args: tuple  # tensors as NumPy arrays
    kwargs: dict
    symbolic: bool  # the program never called it on values; these are made up


def check_program(program, folder):
    """Run a program and return what is wrong with its classes: class → check → error.

    What has to be loaded again is left in `folder` for `check_loading`.
    """
    namespace, cases = run(program)
    found = {}
    for name in layer_classes(namespace):
        case = cases.get(namespace[name])
        if case is None:
            found[name] = {"call": "the program never calls it with success"}
            continue
        found[name] = {}
        for check in (config, symbolic, precision, batch):
            found[name][check.__name__] = outcome(check, case)
        found[name]["saving"] = outcome(save, case, folder / name)
    return found


def check_loading(program, folder):
    """Load in a fresh process what `check_program` saved: class → error."""
    namespace = define(program)
    return {
        path.stem: outcome(load, path, namespace)
        for path in sorted(folder.glob("*.keras"))
    }


def exceptions(program, backend):
    """Return the checks that a program's comments except on a backend, by class.

    `# breaks saving, symbolic (jax): why` stands above a class that breaks the one on
    all backends and the other on JAX.
    """
    lines = program.text.split("\n")
    found = {}
    for node in ast.parse(program.text).body:
        if isinstance(node, ast.ClassDef):
            line = first_line(node)
            above = []
            while re.match(r"# (?!%%)", lines[line - 2]):
                line -= 1
                above.insert(0, lines[line - 1])
            if match := EXCEPTION.match(" ".join(above)):
                named = re.findall(r"(\w+)(?: \((\w+)\))?", match["checks"])
                found[node.name] = {
                    check for check, only in named if only in ("", backend)
                }
    return found


# Running


def run(program):
    """Run a program; return its names, and a case for each class that it calls."""
    from keras.layers import Layer

    cases = {}
    original = Layer.__call__

    def call(self, *args, **kwargs):
        outputs = original(self, *args, **kwargs)
        if type(self).__module__ == "__main__":
            keep(cases, self, args, kwargs)
        return outputs

    Layer.__call__ = call
    namespace = {"__name__": "__main__", "__file__": str(program.path)}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(program.text, program.path, "exec"), namespace)
    except Exception as error:
        raised = {kind.__name__ for kind in type(error).__mro__}
        if program.cells[-1].raises not in raised:
            raise
    finally:
        Layer.__call__ = original
    return namespace, cases


def keep(cases, layer, args, kwargs):
    """Keep the first call on values; for want of one, the first symbolic call."""
    import keras

    known = cases.get(type(layer))
    if known is not None and not known.symbolic:
        return
    kwargs = {key: each for key, each in kwargs.items() if key != "training"}
    try:
        args, kwargs = keras.tree.map_structure(value, (args, kwargs))
        cases[type(layer)] = Case(layer, args, kwargs, symbolic=False)
    except Symbolic:
        if known is None:
            args, kwargs = keras.tree.map_structure(invent, (args, kwargs))
            cases[type(layer)] = Case(layer, args, kwargs, symbolic=True)


class Symbolic(Exception):
    """A tensor has no value yet."""


def is_tensor(each):
    return hasattr(each, "dtype") and hasattr(each, "shape")


def value(each):
    """Return a tensor as an array; anything else as it is."""
    import keras

    if not is_tensor(each):
        return each
    try:
        return np.array(keras.ops.convert_to_numpy(each))
    except Exception:
        raise Symbolic from None


def invent(each):
    """Return an array in place of a symbolic tensor."""
    import keras

    if not is_tensor(each):
        return each
    shape = [size or 2 for size in tuple(each.shape)]
    dtype = keras.backend.standardize_dtype(each.dtype)
    if "float" in dtype:
        return np.random.default_rng(0).uniform(size=shape).astype("float32")
    return np.ones(shape, dtype)


def define(program):
    """Return the names that a program's imports and definitions make."""
    tree = ast.parse(program.text)
    kinds = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef)
    tree.body = [
        node
        for node in tree.body
        if isinstance(node, kinds)
        or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).isupper())
    ]
    namespace = {"__name__": "__main__", "__file__": str(program.path)}
    exec(compile(tree, program.path, "exec"), namespace)
    return namespace


def layer_classes(namespace):
    """Return the names of the layers and models that a program defines."""
    from keras.layers import Layer

    return [
        name
        for name, each in namespace.items()
        if isinstance(each, type)
        and issubclass(each, Layer)
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


def outputs_of(layer, case):
    """Call a layer with the case's arguments; its state stays as it was."""
    import keras

    before = [(variable, variable.numpy()) for variable in layer.variables]
    for variable in layer.variables:
        if variable.path.endswith("seed_generator_state"):
            variable.assign(np.array([3, 5], variable.dtype))
    args, kwargs = tensors(case)
    outputs = keras.tree.map_structure(value, layer(*args, **kwargs))
    for variable, numbers in before:
        variable.assign(numbers)
    return [each for each in keras.tree.flatten(outputs) if each is not None]


def tensors(case):
    import keras

    return keras.tree.map_structure(
        lambda each: keras.ops.array(each) if is_tensor(each) else each,
        (case.args, case.kwargs),
    )


def same(found, wanted, tolerance=1e-5):
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_allclose(
            one.astype("float64"), other, rtol=tolerance, atol=tolerance
        )


def twin_of(case, config):
    """Return a layer made from a configuration, with the weights of the case's."""
    twin = type(case.layer).from_config(config)
    outputs_of(twin, case)  # builds it
    assert len(twin.variables) == len(case.layer.variables), "other variables"
    for mine, theirs in zip(twin.variables, case.layer.variables, strict=True):
        mine.assign(theirs.numpy())
    return twin


def config(case):
    """Demand that the configuration makes the same layer again."""
    made = case.layer.get_config()
    twin = twin_of(case, made)
    assert json.dumps(twin.get_config()) == json.dumps(made), "another configuration"
    same(outputs_of(twin, case), outputs_of(case.layer, case))


def symbolic(case):
    """Demand that a call on `keras.Input` promises the shapes and types that come."""
    import keras

    _, promised = symbolic_call(case)
    promised = [each for each in keras.tree.flatten(promised) if each is not None]
    found = outputs_of(case.layer, case)
    assert len(promised) == len(found)
    for one, other in zip(promised, found, strict=True):
        assert len(one.shape) == other.ndim, f"{one.shape} promised, {other.shape} came"
        for size, came in zip(one.shape, other.shape, strict=True):
            assert size in (None, came), f"{one.shape} promised, {other.shape} came"
        assert one.dtype == other.dtype, f"{one.dtype} promised, {other.dtype} came"


def symbolic_call(case):
    """Call the layer on `keras.Input`s of unknown batch size."""
    import keras

    inputs = []

    def make(each):
        if not is_tensor(each):
            return each
        shape = (None, *each.shape[1:]) if each.ndim else ()
        inputs.append(keras.Input(batch_shape=shape, dtype=str(each.dtype)))
        return inputs[-1]

    args, kwargs = keras.tree.map_structure(make, (case.args, case.kwargs))
    return inputs, case.layer(*args, **kwargs)


def batch(case):
    """Demand that two batches at once make twice the rows."""
    import keras

    inputs, outputs = symbolic_call(case)
    model = keras.Model(inputs, outputs)
    arrays = [each for each in keras.tree.flatten(tensors(case)) if is_tensor(each)]
    arrays = [value(each) for each in arrays]
    twice = [np.concatenate([each, each]) if each.ndim else each for each in arrays]
    promised = keras.tree.flatten(outputs)
    for spec, one, two in zip(
        promised,
        keras.tree.flatten(model(arrays)),
        keras.tree.flatten(model(twice)),
        strict=True,
    ):
        wanted = list(one.shape)
        if wanted and spec.shape[0] is None:
            wanted[0] *= 2
        assert list(two.shape) == wanted, f"{tuple(two.shape)}, not {tuple(wanted)}"


def precision(case):
    """Demand outputs of the compute dtype, from weights in float32."""
    import keras

    wanted = outputs_of(case.layer, case)
    made = case.layer.get_config()
    for policy in POLICIES:
        computed = keras.DTypePolicy(policy).compute_dtype
        twin = twin_of(case, with_policy(made, policy))
        for weight in twin.weights:
            floating = "float" in weight.dtype
            assert not floating or weight.dtype == "float32", f"{policy}: {weight.path}"
        found = outputs_of(twin, case)
        for one, other in zip(found, wanted, strict=True):
            if other.dtype == "float32":
                # NumPy gets to know bfloat16 by name alone.
                assert str(one.dtype) == computed, f"{policy}: {one.dtype}"
            assert np.isfinite(one.astype("float64")).all(), f"{policy}: not finite"
        seeded = any("seed_generator" in each.path for each in twin.variables)
        if not seeded:  # a backend draws other numbers in another precision
            same(found, wanted, 1e-5 if policy == "float32" else 0.1)


def with_policy(config, policy):
    """Return a configuration with another policy, in all layers that it holds."""
    if isinstance(config, dict):
        if config.get("class_name") == "DTypePolicy":
            return {**config, "config": {"name": policy}}
        return {key: with_policy(each, policy) for key, each in config.items()}
    if isinstance(config, (list, tuple)):
        return type(config)(with_policy(each, policy) for each in config)
    return config


def save(case, path):
    """Save the layer, in a model where it is none, with what it puts out."""
    import keras

    model, args, kwargs = case.layer, case.args, case.kwargs
    if not isinstance(model, keras.Model):
        inputs, outputs = symbolic_call(case)
        model = keras.Model(inputs, outputs)
        flat = keras.tree.flatten((args, kwargs))
        args, kwargs = ([each for each in flat if is_tensor(each)],), {}
    model.save(path.with_suffix(".keras"))
    saved = {"args": args, "kwargs": kwargs, "wanted": outputs_of(case.layer, case)}
    path.with_suffix(".pickle").write_bytes(pickle.dumps(saved))


def load(path, namespace):
    """Load a model and compare what it puts out with what it did before."""
    import keras

    saved = pickle.loads(path.with_suffix(".pickle").read_bytes())
    model = keras.models.load_model(path, custom_objects=dict(namespace))
    case = Case(model, saved["args"], saved["kwargs"], symbolic=False)
    same(outputs_of(model, case), saved["wanted"])
