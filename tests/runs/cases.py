"""The layers and models of a program, and what its run has called them with."""

import contextlib
import functools
import inspect
import sys
from importlib import util

import numpy as np

LAYER = "keras.src.layers.layer"  # the module of `Layer`
MODEL = "keras.src.models.model"  # the module of `Model`
POLICIES = ("float32", "mixed_float16", "mixed_bfloat16")
ROWS = 8  # what is kept of the data given to `fit()`


class Case:
    """An instance of a class, and what it was called with."""

    def __init__(self, layer, args, kwargs, *, symbolic=False):
        self.layer = layer
        self.args = args  # tensors as NumPy arrays
        self.kwargs = kwargs
        self.symbolic = symbolic  # never called on values; these are made up
        self.fitted = None  # how a model was compiled, and the data given to `fit()`
        self.twins = {}

    @functools.cached_property
    def outputs(self):
        """What the layer puts out, as arrays."""
        return outputs_of(self.layer, self)

    def twin(self, config):
        """Return a layer made from a configuration, and what it puts out.

        It has the weights of the case's layer. That of a configuration is made once.
        """
        name = repr(config)
        if name not in self.twins:
            twin = type(self.layer).from_config(config)
            outputs_of(twin, self)  # builds it
            assert len(twin.variables) == len(self.layer.variables), "other variables"
            for mine, theirs in zip(twin.variables, self.layer.variables, strict=True):
                mine.assign(theirs.numpy())
            self.twins[name] = twin, outputs_of(twin, self)
        return self.twins[name]

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
        self.fitted = {}  # class → configuration of `compile()`, data
        self.originals = []  # (class, name, function)

    def begin(self):
        """Note from now on, or from when Keras is imported by who chooses a backend."""
        if LAYER in sys.modules:
            self._note_calls(sys.modules[LAYER])
            self._note_fits(sys.modules[MODEL])
        else:
            sys.meta_path.insert(0, self)

    def end(self):
        """Note nothing any more."""
        for owner, name, original in self.originals:
            setattr(owner, name, original)
        for kind, fitted in self.fitted.items():
            if kind in self.cases:
                self.cases[kind].fitted = fitted

    def find_spec(self, name, path=None, target=None):
        """Leave it to others to find a module, and wrap what is in it."""
        note = {LAYER: self._note_calls, MODEL: self._note_fits}.get(name)
        if note is None:
            return None
        sys.meta_path.remove(self)
        spec = util.find_spec(name)
        sys.meta_path.insert(0, self)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            note(module)

        spec.loader.exec_module = exec_module
        return spec

    def _note_calls(self, module):
        original = module.Layer.__call__

        @functools.wraps(original)
        def call(layer, *args, **kwargs):
            outputs = original(layer, *args, **kwargs)
            if type(layer).__module__ == "__main__":
                keep(self.cases, layer, args, kwargs)
            return outputs

        self._replace(module.Layer, "__call__", call)

    def _note_fits(self, module):
        original = module.Model.fit
        signature = inspect.signature(original)

        @functools.wraps(original)
        def fit(model, *args, **kwargs):
            if type(model).__module__ == "__main__" and type(model) not in self.fitted:
                given = signature.bind(model, *args, **kwargs).arguments
                self.fitted[type(model)] = model.get_compile_config(), first_rows(given)
            return original(model, *args, **kwargs)

        self._replace(module.Model, "fit", fit)

    def _replace(self, owner, name, function):
        self.originals.append((owner, name, getattr(owner, name)))
        setattr(owner, name, function)


def first_rows(given):
    """Return the first rows of what `fit()` was given, or None where it has no rows."""
    import keras

    data = {name: given[name] for name in ("x", "y", "sample_weight") if name in given}
    arrays = [each for each in keras.tree.flatten(data) if each is not None]
    if not arrays or not all(is_tensor(each) and len(each.shape) for each in arrays):
        return None
    return keras.tree.map_structure(
        lambda each: None if each is None else value(each)[:ROWS], data
    )


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
            random = np.random.default_rng(0)
            args, kwargs = keras.tree.map_structure(
                lambda each: invent(each, random), (args, kwargs)
            )
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


def invent(each, random):
    """Return an array in place of a symbolic tensor."""
    import keras

    if not is_tensor(each):
        return each
    shape = [size or 2 for size in tuple(each.shape)]
    dtype = keras.backend.standardize_dtype(each.dtype)
    if "float" in dtype:
        return random.uniform(size=shape).astype("float32")
    return np.ones(shape, dtype)


# Using


@contextlib.contextmanager
def unchanged(layer):
    """Leave the state of a layer as it was."""
    before = [(variable, np.array(variable.numpy())) for variable in layer.variables]
    try:
        yield
    finally:
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


def symbolic_call(case, before=lambda each: each):
    """Call the layer on `keras.Input`s of unknown batch size.

    Returns these inputs and the outputs; a function may stand before the layer.
    """
    import keras

    inputs = []

    def make(each):
        if not is_tensor(each):
            return each
        shape = (None, *each.shape[1:]) if each.ndim else ()
        inputs.append(keras.Input(batch_shape=shape, dtype=str(each.dtype)))
        return before(inputs[-1])

    args, kwargs = keras.tree.map_structure(make, (case.args, case.kwargs))
    return inputs, case.layer(*args, **kwargs)


def arrays_of(case):
    import keras

    return [*filter(is_tensor, keras.tree.flatten((case.args, case.kwargs)))]


def with_policy(config, policy):
    """Return a configuration with another policy, in all layers that it holds."""
    if isinstance(config, dict):
        if config.get("class_name") == "DTypePolicy":
            return {**config, "config": {"name": policy}}
        return {key: with_policy(each, policy) for key, each in config.items()}
    if isinstance(config, (list, tuple)):
        return type(config)(with_policy(each, policy) for each in config)
    return config


def definitions():
    """Return the classes and functions of the program."""
    names = vars(sys.modules["__main__"])
    return {name: each for name, each in names.items() if callable(each)}
