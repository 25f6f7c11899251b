"""What every layer and model of the programs has to stand: the checks themselves.

They follow in the fork that has run a program, once all is written that it puts out. Of
each of its classes the first instance is taken, with the arguments of its first call.
Nothing is listed by hand, so no class is forgotten.
"""

import ast
import contextlib
import functools
import inspect
import json
import os
import pickle
import re
import sys
from importlib import util
from pathlib import Path

import numpy as np

from tests.runs import program

POLICIES = ("float32", "mixed_float16", "mixed_bfloat16")
FROZEN = ".frozen"  # the end of the name of what is saved while it does not train
LAYER = "keras.src.layers.layer"  # the module of `Layer`


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
    saved = Path(folder, "saved")
    saved.mkdir()
    namespace = vars(sys.modules["__main__"])
    found = {
        name: check_class(notes.cases.get(namespace[name]), saved / name)
        for name in layer_classes(namespace)
    }
    Path(folder, "checks").write_text(json.dumps(found))
    return status


def check_class(case, path):
    """Return what is wrong with a class: check → error or None."""
    if case is None:
        return {"call": "the program never calls it with success"}
    found = {
        check.__name__: outcome(check, case)
        for check in (config, symbolic, precision, state, batch, frozen)
    }
    return {**found, "saving": outcome(save, case, path)}


def load_saved(path, folder):
    """Load in a fresh process what `observe` has saved: class → check → error."""
    program.put_out(os.devnull, os.path.join(folder, "log"))
    namespace = define(path)
    found = {}
    for saved in sorted(Path(folder).parent.glob("saved/*.keras")):
        name = saved.stem.removesuffix(FROZEN)
        check = "saving" if name == saved.stem else "frozen"
        found.setdefault(name, {})[check] = outcome(load, saved, namespace)
    Path(folder, "loaded").write_text(json.dumps(found))
    return 0


# Noting


class Case:
    """An instance of a class, and what it was called with."""

    def __init__(self, layer, args, kwargs, *, symbolic=False):
        self.layer = layer
        self.args = args  # tensors as NumPy arrays
        self.kwargs = kwargs
        self.symbolic = symbolic  # never called on values; these are made up
        self.twins = {}

    @functools.cached_property
    def outputs(self):
        """What the layer puts out, as arrays."""
        return outputs_of(self.layer, self)

    @functools.cached_property
    def traced(self):
        """The inputs and the outputs of a call on `keras.Input`."""
        return symbolic_call(self)

    @functools.cached_property
    def functional(self):
        """A functional model of the layer."""
        import keras

        return keras.Model(*self.traced)


class Notes:
    """Notes the calls of the layers that a program defines: class → case."""

    def __init__(self):
        self.cases = {}
        self.original = None  # Layer.__call__

    def begin(self):
        """Note from now on, or from when Keras is imported by who chooses a backend."""
        if LAYER in sys.modules:
            self._wrap(sys.modules[LAYER].Layer)
        else:
            sys.meta_path.insert(0, self)

    def end(self):
        """Note nothing any more."""
        if self.original:
            sys.modules[LAYER].Layer.__call__ = self.original

    def find_spec(self, name, path=None, target=None):
        """Leave it to others to find a module, and wrap what is in that of `Layer`."""
        if name != LAYER:
            return None
        sys.meta_path.remove(self)
        spec = util.find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            self._wrap(module.Layer)

        spec.loader.exec_module = exec_module
        return spec

    def _wrap(self, layer_class):
        original = self.original = layer_class.__call__

        @functools.wraps(original)
        def call(layer, *args, **kwargs):
            outputs = original(layer, *args, **kwargs)
            if type(layer).__module__ == "__main__":
                keep(self.cases, layer, args, kwargs)
            return outputs

        layer_class.__call__ = call


def keep(cases, layer, args, kwargs):
    """Keep the first call on values; for want of one, the first symbolic call."""
    import keras

    known = cases.get(type(layer))
    if known is not None and not known.symbolic:
        return
    kwargs = {key: each for key, each in kwargs.items() if key != "training"}
    try:
        args, kwargs = keras.tree.map_structure(value, (args, kwargs))
        cases[type(layer)] = Case(layer, args, kwargs)
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


@contextlib.contextmanager
def unchanged(layer):
    """Leave the state of a layer as it was."""
    before = [(variable, np.array(variable.numpy())) for variable in layer.variables]
    yield
    for variable, numbers in before:
        variable.assign(numbers)


def outputs_of(layer, case):
    """Call a layer with the case's arguments; its state stays as it was."""
    import keras

    with unchanged(layer):
        for variable in layer.variables:
            if variable.path.endswith("seed_generator_state"):
                variable.assign(np.array([3, 5], variable.dtype))
        args, kwargs = tensors(case)
        outputs = keras.tree.map_structure(value, layer(*args, **kwargs))
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
    """Return a layer made from a configuration, and what it puts out.

    It has the weights of the case's layer. That of a configuration is made once.
    """
    name = repr(config)
    if name in case.twins:
        return case.twins[name]
    twin = type(case.layer).from_config(config)
    outputs_of(twin, case)  # builds it
    assert len(twin.variables) == len(case.layer.variables), "other variables"
    for mine, theirs in zip(twin.variables, case.layer.variables, strict=True):
        mine.assign(theirs.numpy())
    case.twins[name] = twin, outputs_of(twin, case)
    return case.twins[name]


def config(case):
    """Demand that the configuration makes the same layer again."""
    made = case.layer.get_config()
    twin, found = twin_of(case, made)
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
        twin, found = twin_of(case, with_policy(made, policy))
        for weight in twin.weights:
            floating = "float" in weight.dtype
            assert not floating or weight.dtype == "float32", f"{policy}: {weight.path}"
        for one, other in zip(found, wanted, strict=True):
            if other.dtype == "float32":
                # NumPy gets to know bfloat16 by name alone.
                assert str(one.dtype) == computed, f"{policy}: {one.dtype}"
            assert np.isfinite(one.astype("float64")).all(), f"{policy}: not finite"
        seeded = any("seed_generator" in each.path for each in twin.variables)
        if not seeded:  # a backend draws other numbers in another precision
            same(found, wanted, 1e-5 if policy == "float32" else 0.1)


def state(case):
    """Demand that each precision keeps what a call in training assigns to weights."""
    made = case.layer.get_config()
    wanted, *others = (moves(case, with_policy(made, each)) for each in POLICIES)
    for policy, found in zip(POLICIES[1:], others, strict=True):
        for (path, kept), (_, also) in zip(wanted, found, strict=True):
            assert also or not kept, f"{policy}: assigned to {path}, and lost"


def moves(case, config):
    """Return of each weight without a gradient if a call in training changes it."""
    twin, _ = twin_of(case, config)
    args, kwargs = tensors(case)
    if "training" in inspect.signature(twin.call).parameters:
        kwargs = {**kwargs, "training": True}
    fixed = [each for each in twin.non_trainable_weights if "float" in each.dtype]
    with unchanged(twin):
        for weight in fixed:  # away from what the same call has made of it before
            weight.assign(weight + 1.0)
        before = [np.array(each.numpy()) for each in fixed]
        twin(*args, **kwargs)
        return [
            (weight.path, not np.array_equal(weight.numpy(), numbers))
            for weight, numbers in zip(fixed, before, strict=True)
        ]


def frozen(case):
    """Demand that a layer which is created with `trainable=False` trains nothing."""
    if type(case.layer).__init__.__module__ != "__main__":
        return  # a constructor of Keras; that of `Sequential` ignores the flag
    twin, _ = twin_of(case, {**case.layer.get_config(), "trainable": False})
    trains = [each.path for each in twin.variables if each.trainable]
    assert not trains, f"created with trainable=False, and trains {trains}"


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
