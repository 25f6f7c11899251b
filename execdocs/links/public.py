"""Which names Keras and TensorFlow make public, and where these are documented.

The address of a page follows from the public name, such as `tf.keras.layers.Dense`. An
alias leads to the page of the name that it stands for. A name that `tf.keras` does not
have has no page.
"""

from __future__ import annotations

import functools

from execdocs.links.packages import (
    Definition,
    Import,
    Module,
    PackageClass,
    follow,
    lineage,
    path_of,
    read_module,
    submodule,
)

PAGES = "https://www.tensorflow.org/api_docs/python/"
# How the public names of each package begin, and the module behind each beginning.
PACKAGES = {"keras": "keras", "tensorflow": "tf"}
ROOTS = {"keras": "keras", "tf": "tensorflow", "tf.keras": "keras._tf_keras.keras"}


def imported(module: str) -> str | None:
    """Return the public name of a module that a program imports, or None."""
    package, dot, rest = module.partition(".")
    name = f"{PACKAGES.get(package)}{dot}{rest}"
    return name if find(name) else None


def address(name: str) -> str:
    """Return the address of a public name; `#` stands before a member of a class."""
    return PAGES + name.replace(".", "/")


@functools.cache
def find(name: str) -> Module | Import | None:
    """Return what a public name stands for, or None if it is not public."""
    if name in ROOTS:
        return Module(ROOTS[name]) if path_of(ROOTS[name]) else None
    parent, _, last = name.rpartition(".")
    module = find(parent) if parent and not last.startswith("_") else None
    if not isinstance(module, Module):
        return None
    # A public module imports by `from … import` what it makes public.
    match read_module(module.name).names.get(last):
        case Import(origin, original) as found if origin.partition(".")[0] in PACKAGES:
            return submodule(origin, original) or found
    return None


def is_module(name: str) -> bool:
    """Return whether a public name is that of a module."""
    return isinstance(find(name), Module)


@functools.cache
def documented(name: str) -> str | None:
    """Return the name under which something public is documented, or None.

    This is its name in `tf.keras`. What has one name in `keras` may have another in
    `tf.keras`: `keras.saving.load_model` is `tf.keras.models.load_model`.
    """
    found = find(name)
    if found is None or not name.startswith("keras"):
        return name if found else None
    if find(f"tf.{name}"):
        return f"tf.{name}"
    definition = follow(found.module, found.name) if isinstance(found, Import) else None
    exports = definition.exports if isinstance(definition, Definition) else ()
    return next((f"tf.{each}" for each in exports if find(f"tf.{each}")), None)


@functools.cache
def find_class(name: str) -> PackageClass | None:
    """Return what is known of a public class, or None if the name is of no class."""
    # Only a class begins with a capital letter. To follow the names of functions too
    # would mean to read the largest files of TensorFlow.
    found = find(name) if name.rpartition(".")[2][:1].isupper() else None
    definition = follow(found.module, found.name) if isinstance(found, Import) else None
    return definition if isinstance(definition, PackageClass) else None


@functools.cache
def member(name: str, attribute: str) -> str | None:
    """Return where a method or a property of a public class is documented, or None.

    This is the class that defines it, because the pages of its subclasses leave much
    of it out. If that class is not public, it is the public class nearest to it.
    """
    found = find_class(name)
    if found is None or attribute.startswith("_"):
        return None
    line = lineage(found)
    owner = next((each for each in line if attribute in each.methods), None)
    if owner is None:
        return None
    for each in reversed(line[: line.index(owner) + 1]):
        if owner in lineage(each):
            for export in each.exports:
                if find_class(f"tf.{export}") == each:
                    return f"tf.{export}#{attribute}"
    return None


def enters_as_itself(name: str) -> bool:
    """Return whether `with NAME() as x` makes `x` the instance of the class itself."""
    line = lineage(found) if (found := find_class(name)) else ()
    return next((each.enters for each in line if each.enters is not None), False)
