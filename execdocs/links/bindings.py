"""Read which names a program binds in which scope, and where it uses them."""

from __future__ import annotations

import ast
import itertools
import warnings
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from execdocs.links import public as names


@dataclass(eq=False)
class Scope:
    """What the names of a module, class or function are bound to.

    A binding is a public name, a `Class`, an `Instance`, `("value", node, scope)` for
    an expression, `("with", node, scope)` for a context, or None for all else.
    """

    parent: Scope | None = None
    owner: Class | None = None  # of a class's scope
    method_of: Class | None = None  # of a method's scope, and of what it holds
    bindings: dict[str, list] = field(default_factory=lambda: defaultdict(list))

    def lookup(self, name: str) -> Sequence:
        """Return what a name is bound to where it is used here."""
        scope = self
        while scope is not None:
            # The names of a class are not seen from within its methods.
            if name in scope.bindings and (scope is self or not scope.owner):
                return scope.bindings[name]
            scope = scope.parent
        return ()


@dataclass(eq=False)
class Class:
    """A class that the program defines."""

    node: ast.ClassDef
    scope: Scope


@dataclass(frozen=True)
class Instance:
    """An instance of a public class or of one of the program's."""

    of: str | Class


Use = tuple[ast.AST, Scope]  # of an expression, an import or a method


def read(text: str) -> tuple[list[Use], dict[str, list]]:
    """Return what a program uses, and what it assigns to attributes, by their names.

    Nothing counts as used if any name may come from a star import.
    """
    reader = _Reader()
    with warnings.catch_warnings(action="ignore"):  # who runs the program hears them
        reader.visit(ast.parse(text))
    return [] if reader.unsure else reader.uses, reader.stored


class _Reader(ast.NodeVisitor):
    def __init__(self) -> None:
        self.scope = Scope()
        self.uses: list[Use] = []
        self.stored: dict[str, list] = defaultdict(list)
        self.unsure = False

    def bind(self, name: str | None, meaning: object = None) -> None:
        if name:
            self.scope.bindings[name].append(meaning)

    def within(self, scope: Scope, nodes: Sequence[ast.AST]) -> None:
        outer, self.scope = self.scope, scope
        for node in nodes:
            self.visit(node)
        self.scope = outer

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            self.bind(alias.asname or name, names.imported(name))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = None if node.level else names.imported(node.module)
        for alias in node.names:
            self.unsure |= alias.name == "*"
            name = f"{module}.{alias.name}"
            self.bind(alias.asname or alias.name, name if names.find(name) else None)
            self.uses.append((alias, self.scope))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for each in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(each)
        scope = Scope(self.scope)
        scope.owner = Class(node, scope)
        self.bind(node.name, scope.owner)
        self.within(scope, node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.bind(node.name)
        self.uses.append((node, self.scope))
        for each in (*node.decorator_list, *filter(None, [node.returns])):
            self.visit(each)
        self.function(node, node.body, {ast.unparse(d) for d in node.decorator_list})

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.function(node, [node.body], {"staticmethod"})

    def function(self, node, body: Sequence[ast.AST], decorators: set[str]) -> None:
        owner, arguments = self.scope.owner, node.args
        self.visit(arguments)  # their defaults belong to the scope outside
        scope = Scope(self.scope, method_of=owner or self.scope.method_of)
        positional = [*arguments.posonlyargs, *arguments.args]
        if owner and positional and "staticmethod" not in decorators:
            itself = owner if "classmethod" in decorators else Instance(owner)
            scope.bindings[positional.pop(0).arg].append(itself)
        others = arguments.kwonlyargs, [arguments.vararg, arguments.kwarg]
        for each in filter(None, itertools.chain(positional, *others)):
            scope.bindings[each.arg].append(None)
        self.within(scope, body)

    def comprehension(self, node: ast.AST) -> None:
        scope = Scope(self.scope, method_of=self.scope.method_of)
        self.within(scope, list(ast.iter_child_nodes(node)))

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.assign(target, ("value", node.value, self.scope))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.annotation)
        if node.value:
            self.visit_Assign(ast.Assign([node.target], node.value))

    def visit_withitem(self, node: ast.withitem) -> None:
        self.visit(node.context_expr)
        if node.optional_vars:
            self.assign(node.optional_vars, ("with", node.context_expr, self.scope))

    def assign(self, target: ast.expr, meaning: object) -> None:
        if isinstance(target, ast.Name):
            self.bind(target.id, meaning)
        elif isinstance(target, ast.Attribute):
            self.stored[target.attr].append(meaning)
            self.uses.append((target, self.scope))
            self.visit(target.value)
        else:
            self.visit(target)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.uses.append((node, self.scope))
        else:
            self.bind(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.stored[node.attr].append(None)
        self.uses.append((node, self.scope))
        self.visit(node.value)

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> None:
        self.bind_everywhere(node.names)

    visit_Nonlocal = visit_Global

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.bind_everywhere([node.target.id])  # a comprehension does not keep it
        self.visit(node.value)

    def bind_everywhere(self, names: Sequence[str]) -> None:
        scope = self.scope
        while scope is not None:
            for name in names:
                scope.bindings[name].append(None)
            scope = scope.parent

    def named(self, node: ast.AST) -> None:
        self.bind(node.rest if isinstance(node, ast.MatchMapping) else node.name)
        self.generic_visit(node)

    visit_ExceptHandler = visit_MatchAs = visit_MatchStar = visit_MatchMapping = named

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        uses = [*self.uses]
        self.generic_visit(node)
        self.uses = uses  # before Python 3.12, nobody knows where they stand
