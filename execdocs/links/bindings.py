"""Read which names a program binds in which scope, and where it uses them."""

from __future__ import annotations

import ast
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from execdocs.links import public
from execdocs.links.meanings import (
    Binding,
    Entered,
    Instance,
    OwnClass,
    PublicName,
    Scope,
    Value,
    Variable,
)

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = ast.Name | ast.Attribute | ast.alias | Function


@dataclass(frozen=True)
class Use:
    """A place that can become a link: a name, an import by name, or a method."""

    node: Named
    scope: Scope


def read(text: str) -> tuple[Sequence[Use], Mapping[str, Variable]]:
    """Return where a program uses names, and what it assigns to attributes.

    A star import can bind any name, so nothing is certain in a program that has one:
    no use is returned for it.
    """
    reader = _Reader()
    with warnings.catch_warnings(action="ignore"):  # shown when the program is run
        reader.visit(ast.parse(text))
    return [] if reader.has_star_import else reader.uses, reader.attributes


class _Reader(ast.NodeVisitor):
    def __init__(self) -> None:
        self.scope = Scope(parent=None)
        self.uses: list[Use] = []
        # An attribute is known by its name alone, whatever object it belongs to.
        self.attributes: defaultdict[str, Variable] = defaultdict(Variable)
        self.has_star_import = False

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            first = alias.name.partition(".")[0]
            name = public.imported(alias.name if alias.asname else first)
            self.scope.bind(alias.asname or first, PublicName(name) if name else None)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        absolute = node.module if not node.level else None
        module = public.imported(absolute) if absolute else None
        for alias in node.names:
            self.has_star_import |= alias.name == "*"
            name = f"{module}.{alias.name}"
            known = PublicName(name) if module and public.find(name) else None
            self.scope.bind(alias.asname or alias.name, known)
            self.uses.append(Use(alias, self.scope))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.visit_all([*node.decorator_list, *node.bases, *node.keywords])
        own = OwnClass(self.scope, bases=node.bases)
        self.scope.bind(node.name, own)
        self.visit_within(own, node.body)

    def visit_FunctionDef(self, node: Function) -> None:
        self.scope.bind(node.name)
        self.uses.append(Use(node, self.scope))
        self.visit_all(node.decorator_list)
        if node.returns:
            self.visit(node.returns)
        decorators = {ast.unparse(each) for each in node.decorator_list}
        self.visit_body(node.args, node.body, decorators)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        # A lambda in a class is no method: its first argument is not taken for `self`.
        self.visit_body(node.args, [node.body], {"staticmethod"})

    def visit_body(
        self, arguments: ast.arguments, body: Iterable[ast.AST], decorators: set[str]
    ) -> None:
        self.visit(arguments)  # default values belong to the scope outside
        owner = self.scope if isinstance(self.scope, OwnClass) else None
        scope = Scope(self.scope, method_of=owner or self.scope.method_of)
        positional = [*arguments.posonlyargs, *arguments.args]
        if owner and positional and "staticmethod" not in decorators:
            itself = owner if "classmethod" in decorators else Instance(owner)
            scope.bind(positional.pop(0).arg, itself)
        for each in [*positional, *arguments.kwonlyargs]:
            scope.bind(each.arg)
        for variadic in (arguments.vararg, arguments.kwarg):
            if variadic:
                scope.bind(variadic.arg)
        self.visit_within(scope, body)

    def visit_comprehension_scope(self, node: ast.AST) -> None:
        scope = Scope(self.scope, method_of=self.scope.method_of)
        self.visit_within(scope, ast.iter_child_nodes(node))

    visit_ListComp = visit_SetComp = visit_comprehension_scope
    visit_DictComp = visit_GeneratorExp = visit_comprehension_scope

    def visit_within(self, scope: Scope, nodes: Iterable[ast.AST]) -> None:
        outer, self.scope = self.scope, scope
        self.visit_all(nodes)
        self.scope = outer

    def visit_all(self, nodes: Iterable[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.assign(target, Value(node.value, self.scope))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.annotation)
        if node.value:
            self.visit(node.value)
            self.assign(node.target, Value(node.value, self.scope))

    def visit_withitem(self, node: ast.withitem) -> None:
        self.visit(node.context_expr)
        if node.optional_vars:
            self.assign(node.optional_vars, Entered(node.context_expr, self.scope))

    def assign(self, target: ast.expr, binding: Binding) -> None:
        match target:
            case ast.Name():
                self.scope.bind(target.id, binding)
            case ast.Attribute():
                self.attributes[target.attr].bindings.append(binding)
                self.uses.append(Use(target, self.scope))
                self.visit(target.value)
            case _:
                self.visit(target)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.uses.append(Use(node, self.scope))
        else:
            self.scope.bind(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.attributes[node.attr].bindings.append(None)
        self.uses.append(Use(node, self.scope))
        self.visit(node.value)

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> None:
        self.bind_everywhere(node.names)

    visit_Nonlocal = visit_Global

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        # In a comprehension, `:=` binds a name of the scope outside it.
        self.bind_everywhere([node.target.id])
        self.visit(node.value)

    def bind_everywhere(self, names: Iterable[str]) -> None:
        """Bind names in all scopes: which of them is meant is not worth finding out."""
        scope: Scope | None = self.scope
        while scope is not None:
            for name in names:
                scope.bind(name)
            scope = scope.parent

    def visit_ExceptHandler(
        self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar
    ) -> None:
        if node.name:
            self.scope.bind(node.name)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = visit_ExceptHandler

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.scope.bind(node.rest)
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        before = len(self.uses)
        self.generic_visit(node)
        # Before Python 3.12, `ast` gives wrong places for what is in an f-string.
        del self.uses[before:]
