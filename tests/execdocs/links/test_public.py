"""Public names and where they are documented (`execdocs.links.public`).

What is said here of the installed packages is compared with the packages themselves in
`tests/site/test_links.py`, for each name that a page links.
"""

import subprocess
import sys

import pytest

from execdocs.links.public import (
    address,
    documented,
    enters_as_itself,
    find,
    imported,
    member,
)


@pytest.mark.parametrize(
    "name",
    [
        "tf.keras",
        "tf.keras.Layer",
        "tf.keras.layers",
        "tf.keras.layers.Dense",
        "tf.keras.ops.matmul",
        "keras.saving.load_model",
        "tf.GradientTape",
        "tf.float32",
        "tf.math.reduce_sum",
    ],
)
def test_a_public_name_is_found(name):
    assert find(name)


@pytest.mark.parametrize(
    "name",
    [
        "tf.keras.Nothing",
        "tf.keras.layers.Nothing",
        "tf.keras.layers.Dense.call",  # a member is no name of its own
        "tf.keras.src",
        "tf.keras.src.layers.layer.Layer",
        "tf.keras.layers.__doc__",
        "tf.python",
        "tf.importlib",  # the package imports it for itself
        "numpy.ones",
        "keras.src",
        "tf.keras.saving",  # a folder, and no name
        "tf.",
        "",
    ],
)
def test_another_name_is_not(name):
    assert find(name) is None


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keras", "keras"),
        ("keras.ops", "keras.ops"),
        ("tensorflow", "tf"),
        ("tensorflow.keras.layers", "tf.keras.layers"),
        ("keras.src.ops", None),
        ("tf_keras", None),
        ("kerastuner", None),
        ("jax.numpy", None),
    ],
)
def test_modules_that_are_imported_have_public_names(module, name):
    assert imported(module) == name


@pytest.mark.parametrize(
    ("name", "attribute", "documented"),
    [
        ("tf.keras.layers.Dense", "call", "tf.keras.layers.Dense#call"),
        # By what defines it, and by the first of its names.
        ("tf.keras.layers.Dense", "add_weight", "tf.keras.Layer#add_weight"),
        ("tf.keras.layers.Layer", "losses", "tf.keras.Layer#losses"),
        ("tf.keras.Sequential", "add", "tf.keras.Sequential#add"),
        # Model has it from a class for each backend, none of which is public.
        ("tf.keras.Sequential", "fit", "tf.keras.Model#fit"),
        ("tf.keras.Model", "train_step", "tf.keras.Model#train_step"),
        ("tf.keras.optimizers.SGD", "apply", "tf.keras.Optimizer#apply"),
        ("tf.GradientTape", "gradient", "tf.GradientTape#gradient"),
        ("tf.keras.layers.Dense", "nothing", None),
        ("tf.keras.layers.Dense", "__init__", None),
        ("tf.keras.layers.Dense", "_auto_config", None),
        (
            "tf.keras.layers.Layer",
            "built",
            None,
        ),  # set by instances, documented nowhere
        ("tf.keras.ops", "matmul", None),
        ("tf.keras.Input", "call", None),  # a function, in spite of its capital
        ("tf.keras.Nothing", "call", None),
    ],
)
def test_a_member_is_documented_where_it_is_defined(name, attribute, documented):
    assert member(name, attribute) == documented


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("keras.layers.Dense", "tf.keras.layers.Dense"),
        ("tf.keras.layers.Dense", "tf.keras.layers.Dense"),
        ("tf.function", "tf.function"),
        ("keras.ops", "tf.keras.ops"),
        # In `keras` alone; the same function has a second name that `tf.keras` knows.
        ("keras.saving.load_model", "tf.keras.models.load_model"),
        ("keras.saving", None),
        ("keras.saving.KerasFileEditor", None),
        ("keras.Nothing", None),
    ],
)
def test_what_tf_keras_does_not_have_has_no_page(name, page):
    assert documented(name) == page


def test_an_address_follows_the_name():
    pages = "https://www.tensorflow.org/api_docs/python/"
    assert address("tf.keras.layers.Dense") == f"{pages}tf/keras/layers/Dense"
    assert address("tf.keras.Layer#build") == f"{pages}tf/keras/Layer#build"


def test_a_context_may_give_another_thing_than_itself():
    assert enters_as_itself("tf.GradientTape")
    assert enters_as_itself("tf.keras.StatelessScope")
    assert not enters_as_itself("tf.keras.name_scope")
    assert not enters_as_itself("tf.keras.Model")


def test_nothing_is_imported_to_know_it():
    script = (
        "import sys; from execdocs.links.public import member;"
        "assert member('tf.keras.Model', 'fit');"
        "sys.exit(bool({'keras', 'tensorflow'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", script], timeout=60).returncode == 0
