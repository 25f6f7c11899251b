"""Which names Keras and TensorFlow make public, and where these are documented.

The installed packages are read, not imported: an import takes seconds. The addresses
follow the names (`tf.keras.layers.Dense`), and an alias leads to the page of the name
that it stands for. A name that `tf.keras` does not have has no page.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from execdocs.links.packages import (
    Class,
    Module,
    bindings,
    follow,
    lineage,
    path_of,
    submodule,
)

PAGES = "https://www.tensorflow.org/api_docs/python/"
# What the names of packages become at the head of a public name, and where this is.
PACKAGES = {"keras": "keras", "tensorflow": "tf"}
ROOTS = {"keras": "keras", "tf": "tensorflow", "tf.keras": "keras._tf_keras.keras"}


@dataclass(frozen=True)
class Symbol:
    """A class, a function or a value that a module makes public."""

    module: str
    name: str


def imported(module: str) -> str | None:
    """Return the public name of a module that a program imports, or None."""
    package, dot, rest = module.partition(".")
    name = f"{PACKAGES.get(package)}{dot}{rest}"
    return name if find(name) else None


def address(name: str) -> str:
    """Return the address of a public name; `#` stands before a member of a class."""
    return PAGES + name.replace(".", "/")


@functools.cache
def find(name: str) -> Module | Symbol | None:
    """Return what a public name (`tf.keras.layers.Dense`) stands for, or None."""
    if name in ROOTS:
        return Module(ROOTS[name]) if path_of(ROOTS[name]) else None
    parent, _, last = name.rpartition(".")
    module = find(parent) if parent and not last.startswith("_") else None
    if not isinstance(module, Module):
        return None
    # What a package makes public is imported where it is public, by `from … import`.
    match bindings(module.name)[0].get(last):
        case (origin, original) if origin.partition(".")[0] in PACKAGES:
            return submodule(origin, original) or Symbol(module.name, last)
    return None


@functools.cache
def documented(name: str) -> str | None:
    """Return the name under which something public is documented, or None.

    That is its name in `tf.keras`. Some names are in `keras` alone, and what they stand
    for has another one in `tf.keras`: `keras.saving.load_model` is in `models` there.
    """
    found = find(name)
    if found is None or not name.startswith("keras"):
        return name if found else None
    if find(f"tf.{name}"):
        return f"tf.{name}"
    if isinstance(found, Symbol):
        definition = follow(found.module, found.name)
        for export in getattr(definition, "exports", ()):
            if find(f"tf.{export}"):
                return f"tf.{export}"
    return None


@functools.cache
def find_class(name: str) -> Class | None:
    """Return what is known of a public class; without a `Capital` it counts as none."""
    # To follow a function would mean to read the largest files of TensorFlow.
    found = find(name) if name.rpartition(".")[2][:1].isupper() else None
    definition = follow(found.module, found.name) if isinstance(found, Symbol) else None
    return definition if isinstance(definition, Class) else None


@functools.cache
def member(name: str, attribute: str) -> str | None:
    """Return where a public class's method or property is documented, or None.

    That is the class that defines it: pages of subclasses leave much of it out. Where
    this one is not public itself, it is the most basic public class that inherits it.
    """
    found = find_class(name)
    if found is None or attribute.startswith("_"):
        return None
    line = lineage(found)
    for position, owner in enumerate(line):
        if attribute in owner.methods:
            for each in reversed(line[: position + 1]):
                for public in (f"tf.{export}" for export in each.exports):
                    if owner in lineage(each) and find_class(public) == each:
                        return f"{public}#{attribute}"
            return None
    return None


def enters_as_itself(name: str) -> bool:
    """Return whether `with NAME() as x` makes `x` the instance of the class itself."""
    line = lineage(found) if (found := find_class(name)) else ()
    return next((each.enters for each in line if each.enters is not None), False)
