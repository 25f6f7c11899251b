"""The checks of the classes find each kind of mistake, and each needless exception."""

from tests.runs.conftest import END, MARK

HEAD = """
# backends: tensorflow
# %% define
import keras
import numpy as np
import tensorflow as tf
from keras import ops


class Good(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def build(self, input_shape):
        self.scale = self.add_weight(shape=input_shape[-1:], initializer="ones")

    def call(self, inputs):
        return self.factor * self.scale * inputs

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


class Kept(Good):
    pass


class Jumping(Good):
    def call(self, inputs):  # 2.5005 is 2.5 or less in another precision
        outputs = super().call(inputs)
        jumps = ops.round(outputs[:, :1] * 0.8335)
        return ops.concatenate([outputs, outputs, jumps], axis=-1)


class Never(Good):
    pass


class Forgetful(Good):
    def get_config(self):
        return keras.layers.Layer.get_config(self)


class Untraceable(Good):
    def call(self, inputs):
        return super().call(inputs) * float(np.array(inputs).shape[0] > 0)


class Single(Good):
    def call(self, inputs):
        return tf.cast(super().call(inputs), "float32")


class Partly(Good):
    def call(self, inputs):  # in half precision, one number of six is another
        wrong = float(self.compute_dtype != "float32")
        spot = ops.one_hot([0, 3], 3, dtype=self.compute_dtype)
        return super().call(inputs) + wrong * spot


class Whole(Good):
    def call(self, inputs):
        return ops.reshape(super().call(inputs), (2, 3))


class Restless(Good):
    def call(self, inputs):
        self.factor += 1.0
        return super().call(inputs)


class Losing(Good):
    def build(self, input_shape):
        super().build(input_shape)
        self.last = self.add_weight(shape=(), trainable=False, autocast=False)

    def call(self, inputs):
        if self.compute_dtype == "float32":
            self.last.assign(7.0)
        return super().call(inputs)


class Charging(Good):
    def call(self, inputs):
        self.add_loss(ops.mean(inputs))
        return super().call(inputs)


class Stuck(Good):
    def call(self, inputs):
        return ops.stop_gradient(super().call(inputs))


class Steep(Good):
    def call(self, inputs):
        return ops.sqrt(super().call(inputs))


class Guarded(Good):
    def build(self, input_shape):
        if not self.built:
            super().build(input_shape)


class Thawing(Good):
    def build(self, input_shape):
        self.child = Good(dtype=self.dtype_policy)
        self.child.build(input_shape)

    def call(self, inputs):
        return self.factor * self.child(inputs)
"""
USE = """
x = np.ones((2, 3), "float32")
for kind in Good.__subclasses__():
    if kind is not Never:
        kind(3.0)(x)
Good(3.0)(x)
"""
BROKEN = {
    "Never": "call",
    "Forgetful": "config, precision, saving",
    "Untraceable": "symbolic, batch, trained, by_keras, saving",
    "Single": "precision",
    "Partly": "precision",
    "Whole": "batch",
    "Restless": "config, precision, saving",
    "Losing": "trained",
    "Charging": "trained",
    "Stuck": "trained",
    "Steep": "gradient",
    "Guarded": "built",
    "Thawing": "built, frozen",
}


def excepting(text, names, words="Wrong on purpose: this is a test."):
    for name in names:
        line = f"class {name}("
        assert line in text
        text = text.replace(line, f"# {words}\n{line}")
    return text


def test_each_mistake_is_found_and_each_exception_is_needed(editions):
    """One run of pytest for all: it imports TensorFlow."""
    editions.project.snippets.joinpath("imports.py").write_text(HEAD)
    found = HEAD + USE + END
    allowed = excepting(HEAD, BROKEN) + USE + END
    needless = excepting(excepting(HEAD, BROKEN), ["Kept"])
    needless = excepting(needless, ["Good"], "Wrong on purpose on JAX: elsewhere.")
    editions.write(found, f"{MARK}\n", name="found.py")
    editions.write(allowed, f"{MARK}\n", name="allowed.py")
    editions.write(needless + USE + END, f"{MARK}\n", name="needless.py")
    said = editions.run()
    assert "2 failed, 1 passed" in said, said
    for name, checks in BROKEN.items():
        for check in checks.split(", "):
            assert f"{name}, {check}: " in said
    assert "Kept is called wrong, and is not" in said
    assert "Good, " not in said
    assert "Good is called wrong" not in said
    for name in ("Kept", "Jumping"):
        assert f"{name}, " not in said
