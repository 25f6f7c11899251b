"""What the modules of installed packages define: read, for an import takes seconds."""

from __future__ import annotations

import ast
import functools
import importlib.util
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """A module of an installed package, by its full name."""

    name: str


@dataclass(frozen=True)
class Definition:
    """A class or a function, and the names that it is made public by."""

    module: str
    name: str
    exports: tuple[str, ...]


@dataclass(frozen=True)
class Class(Definition):
    """What is known of a class; its syntax tree would be large, and there are many."""

    bases: tuple[str, ...]
    methods: frozenset[str]  # and properties, that it defines itself
    enters: bool | None  # whether `with` gives the instance itself, if it says so


@functools.cache
def lineage(found: Class) -> tuple[Class, ...]:
    """Return a class and what it inherits from, in the order that Python looks."""
    line = [found]
    for base in found.bases:
        each = _chain(found.module, base.split("."))
        line += lineage(each) if isinstance(each, Class) else ()
    # Of a class inherited twice, the last place is the one that counts.
    return tuple(each for n, each in enumerate(line) if each not in line[n + 1 :])


def _chain(module: str, parts: Sequence[str]) -> Module | Definition | None:
    """Return what `a.b.c` means in a module."""
    found = follow(module, parts[0])
    for part in parts[1:]:
        found = follow(found.name, part) if isinstance(found, Module) else None
    return found


@functools.cache
def follow(module: str, name: str) -> Module | Definition | None:
    """Return what a name of a module means, through all imports."""
    bound, stars = bindings(module)
    match bound.get(name):
        case Definition() as found:
            return found
        case False:  # a value
            return None
        case str() as target:  # `import a.b as name`
            return Module(target) if path_of(target) else None
        case (origin, original):  # `from origin import original as name`
            found = follow(origin, original) if origin != module else None
            return found or submodule(origin, original)
    for origin in stars:
        if found := follow(origin, name):
            return found
    return submodule(module, name)


def submodule(module: str, name: str) -> Module | None:
    """Return a module by its package and its name there, or None."""
    full = f"{module}.{name}"
    return Module(full) if path_of(full) else None


@functools.cache
def bindings(module: str) -> tuple[dict, list[str]]:
    """Return what the names of a module are bound to, and its star imports."""
    bound: dict[str, Definition | str | tuple[str, str] | bool] = {}
    stars: list[str] = []
    path = path_of(module)
    if path is None or path.suffix != ".py":
        return bound, stars
    with warnings.catch_warnings(action="ignore"):  # of escapes in their strings
        tree = ast.parse(path.read_bytes())
    for node in _statements(tree.body):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                if alias.name == "*":
                    stars.append(node.module)
                else:
                    bound[alias.asname or alias.name] = node.module, alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                bound[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ClassDef):
            bound[node.name] = _class(module, node)
        elif isinstance(node, ast.FunctionDef):
            bound[node.name] = Definition(module, node.name, _exports(node))
        elif isinstance(node, ast.Assign):
            bound |= {each.id: False for each in node.targets if hasattr(each, "id")}
    return bound, stars


def _class(module: str, node: ast.ClassDef) -> Class:
    functions = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    methods = {each.name: each for each in functions}
    enters = None
    if "__enter__" in methods:
        inside = ast.walk(methods["__enter__"])
        ends = {ast.unparse(each) for each in inside if isinstance(each, ast.Return)}
        enters = ends == {"return self"}
    return Class(
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
    """Yield statements; of a choice the first, which in Keras is TensorFlow's."""
    for node in body:
        yield from (
            _statements(node.body) if isinstance(node, ast.If | ast.Try) else [node]
        )


@functools.cache
def path_of(module: str) -> Path | None:
    """Return the file of a module; only packages at the top are looked up."""
    top, _, rest = module.partition(".")
    spec = _spec(top)
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0], *rest.split(".") if rest else ())
    files = path / "__init__.py", path.with_name(f"{path.name}.py")
    return next((file for file in files if file.is_file()), None)


@functools.cache
def _spec(package: str):
    return importlib.util.find_spec(package)
