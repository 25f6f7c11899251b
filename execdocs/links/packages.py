"""What the modules of installed packages define.

The files of the packages are parsed and never imported, because to import TensorFlow
takes seconds.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """A module of an installed package, by its full name."""

    name: str


@dataclass(frozen=True)
class Import:
    """What `from module import name` gives."""

    module: str
    name: str


@dataclass(frozen=True)
class Definition:
    """A class or a function, and the names under which it is exported."""

    module: str
    name: str
    exports: tuple[str, ...]


@dataclass(frozen=True)
class PackageClass(Definition):
    """A class of a package: only what is needed, because syntax trees are large."""

    bases: tuple[str, ...]
    methods: frozenset[str]  # the methods and properties that it defines itself
    enters: bool | None  # whether `__enter__` returns `self`; None if it has none


@dataclass(frozen=True)
class Contents:
    """What a module binds at its top level."""

    names: Mapping[str, Definition | Module | Import | None]  # None is another value
    stars: Sequence[str]  # the modules of which it imports all names


@functools.cache
def lineage(found: PackageClass) -> tuple[PackageClass, ...]:
    """Return a class and all its base classes, in the order in which Python looks."""
    line = [found]
    for base in found.bases:
        each = _follow_dotted(found.module, base)
        line += lineage(each) if isinstance(each, PackageClass) else ()
    # A base that is inherited twice counts at its last place.
    return tuple(each for n, each in enumerate(line) if each not in line[n + 1 :])


def _follow_dotted(module: str, name: str) -> Module | Definition | None:
    """Return what `a.b.c` means in a module."""
    found: Module | Definition | None = Module(module)
    for part in name.split("."):
        found = follow(found.name, part) if isinstance(found, Module) else None
    return found


@functools.cache
def follow(module: str, name: str) -> Module | Definition | None:
    """Return what a name means in a module, through any number of imports."""
    contents = read_module(module)
    if name in contents.names:
        match contents.names[name]:
            case Import(origin, original):
                found = follow(origin, original) if origin != module else None
                return found or submodule(origin, original)
            case Module(target) as found:
                return found if path_of(target) else None
            case found:
                return found
    for origin in contents.stars:
        if found := follow(origin, name):
            return found
    return submodule(module, name)


def submodule(module: str, name: str) -> Module | None:
    """Return the module of that name in a package, or None if there is none."""
    full = f"{module}.{name}"
    return Module(full) if path_of(full) else None


@functools.cache
def read_module(module: str) -> Contents:
    """Return what a module binds; this is nothing for a module without source code."""
    names: dict[str, Definition | Module | Import | None] = {}
    stars: list[str] = []
    path = path_of(module)
    if path is None:
        return Contents(names, stars)
    with warnings.catch_warnings(action="ignore"):  # TensorFlow has invalid escapes
        tree = ast.parse(path.read_bytes())
    for node in _statements(tree.body):
        match node:
            case ast.ImportFrom(module=str(origin), level=0):
                for alias in node.names:
                    if alias.name == "*":
                        stars.append(origin)
                    else:
                        names[alias.asname or alias.name] = Import(origin, alias.name)
            case ast.Import():
                for alias in node.names:
                    first = alias.name.partition(".")[0]
                    target = alias.name if alias.asname else first
                    names[alias.asname or first] = Module(target)
            case ast.ClassDef():
                names[node.name] = _read_class(module, node)
            case ast.FunctionDef():
                names[node.name] = Definition(module, node.name, _exports(node))
            case ast.Assign():
                targets = [each for each in node.targets if isinstance(each, ast.Name)]
                names |= {each.id: None for each in targets}
    return Contents(names, stars)


def _read_class(module: str, node: ast.ClassDef) -> PackageClass:
    functions = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    methods = {each.name: each for each in functions}
    enters = None
    if "__enter__" in methods:
        inside = ast.walk(methods["__enter__"])
        returns = {ast.unparse(each) for each in inside if isinstance(each, ast.Return)}
        enters = returns == {"return self"}
    return PackageClass(
        module=module,
        name=node.name,
        exports=_exports(node),
        bases=tuple(map(ast.unparse, node.bases)),
        methods=frozenset(methods),
        enters=enters,
    )


def _exports(node: ast.ClassDef | ast.FunctionDef) -> tuple[str, ...]:
    """Return the names in `@keras_export(["…", "…"])`."""
    return tuple(
        each.value
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
        and ast.unparse(decorator.func).endswith("_export")
        for each in ast.walk(decorator)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module.

    Only the first branch of `if` and `try` counts. Where Keras chooses between
    backends, this is the branch for TensorFlow.
    """
    for node in body:
        if isinstance(node, ast.If | ast.Try):
            yield from _statements(node.body)
        else:
            yield node


@functools.cache
def path_of(module: str) -> Path | None:
    """Return the source file of a module, or None."""
    package, _, rest = module.partition(".")
    spec = _spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0], *rest.split(".") if rest else ())
    files = path / "__init__.py", path.with_name(f"{path.name}.py")
    return next((file for file in files if file.is_file()), None)


@functools.cache
def _spec(package: str) -> ModuleSpec | None:
    # To look up a submodule would import its package.
    return importlib.util.find_spec(package)
