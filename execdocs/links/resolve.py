"""Find which public names a program refers to, and where.

A name counts if all that is ever assigned to it, in its scope, is the same thing: what
may mean something else leads nowhere.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from execdocs.links import public as names
from execdocs.links.bindings import Class, Instance, Scope, read

SUPER = "super"


@dataclass(frozen=True)
class Reference:
    """A place in a program that names something public."""

    line: int  # from 1
    start: int  # first column, and the one after the last
    end: int
    name: str  # as documented: `tf.keras.layers.Dense`, `tf.keras.Layer#build`

    def overlaps(self, other: Reference) -> bool:
        """Return whether two references share a character."""
        same = self.line == other.line
        return same and self.start < other.end and other.start < self.end


@functools.lru_cache(maxsize=256)
def references(text: str) -> tuple[Reference, ...]:
    """Return what a program refers to, in the order of its text."""
    uses, stored = read(text)
    resolver, lines = _Resolver(stored), text.split("\n")
    found = filter(None, [resolver.reference(*use, lines) for use in uses])
    kept: list[Reference] = []
    # The longest of what overlaps: `keras.Model.fit` and not `keras.Model`.
    for each in sorted(found, key=lambda each: each.start - each.end):
        if not any(each.overlaps(other) for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: (each.line, each.start)))


class _Resolver:
    """Knows what the expressions of one program mean.

    That is a public name, a class of the program, an instance of either, or None.
    """

    def __init__(self, stored: Mapping[str, Sequence]) -> None:
        self.stored = stored
        self.meanings: dict[int, object] = {}

    def reference(
        self, node: ast.AST, scope: Scope, lines: Sequence[str]
    ) -> Reference | None:
        """Return to what a use of a name refers."""
        line, end = node.end_lineno, node.end_col_offset
        match node:
            case ast.alias(name=written):
                line, end = node.lineno, node.col_offset + len(written.encode())
                name = self.agreed(scope.lookup(node.asname or written))
            case ast.FunctionDef(name=written) | ast.AsyncFunctionDef(name=written):
                asynchronous = isinstance(node, ast.AsyncFunctionDef)
                before = node.col_offset + len("async def " if asynchronous else "def ")
                line, end = node.lineno, before + len(written.encode())
                name = self.overridden(scope.owner, written)
            case _:
                name, written = self.meaning(node, scope), self.written(node, scope)
                if isinstance(names.find(str(name)), names.Module):
                    return None  # of little use, and it is named all the time
        if isinstance(name, str) and "#" not in name:
            name = names.documented(name)
        text = lines[line - 1]
        stop = len(text.encode()[:end].decode())
        start = stop - len(written)
        if isinstance(name, str) and text[start:stop] == written:
            return Reference(line, start, stop, name)
        return None

    def written(self, node: ast.expr, scope: Scope) -> str:
        """Return what names it: all of `keras.Model.fit`, but `fit` of `model.fit`."""
        root = node
        while isinstance(root, ast.Attribute):
            root = root.value
        if isinstance(root, ast.Name) and isinstance(self.meaning(root, scope), str):
            return ast.unparse(node)
        return node.attr if isinstance(node, ast.Attribute) else ""

    def meaning(self, node: ast.expr, scope: Scope) -> object:
        """Return what an expression means."""
        match node:
            case ast.Name(id=name):
                return self.agreed(scope.lookup(name))
            case ast.Attribute(value=value, attr=attribute):
                return self.attribute(self.meaning(value, scope), attribute)
            case ast.Call(func=ast.Name(id=name), args=[]) if name == SUPER:
                unbound = scope.lookup(SUPER) == ()
                return (SUPER, scope.method_of) if unbound and scope.method_of else None
            case ast.Call(func=function):
                made = self.meaning(function, scope)
                if isinstance(made, Class) or names.find_class(str(made)):
                    return Instance(made)
        return None

    def agreed(self, bindings: Sequence) -> object:
        """Return what all bindings of a name mean, or None if they differ."""
        key = id(bindings)
        if key not in self.meanings:
            self.meanings[key] = None  # meanwhile: of `x = x.part` nothing is known
            meanings = [self.bound(binding) for binding in bindings]
            if meanings and all(each == meanings[0] for each in meanings):
                self.meanings[key] = meanings[0]
        return self.meanings[key]

    def bound(self, binding: object) -> object:
        """Return what one binding means; see `execdocs.links.bindings`."""
        match binding:
            case ("value", node, scope):
                meaning = self.meaning(node, scope)
                # `policy = self.dtype_policy` is the value of that property.
                is_member = isinstance(meaning, str) and "#" in meaning
                return None if is_member else meaning
            case ("with", node, scope):
                made = self.meaning(node, scope)
                if isinstance(made, Instance) and isinstance(made.of, str):
                    return made if names.enters_as_itself(made.of) else None
                return None
        return binding

    def attribute(self, base: object, attribute: str) -> object:
        """Return what an attribute of something means."""
        match base:
            case str():
                name = f"{base}.{attribute}"
                return name if names.find(name) else names.member(base, attribute)
            case (_, Class() as owner):  # super()
                return self.overridden(owner, attribute)
            case Class():
                return self.inherited(base, attribute)[1]
            case Instance(of=of):
                known, name = self.inherited(of, attribute)
                if name or known or isinstance(of, str):
                    return name
                return self.agreed(self.stored.get(attribute, ()))
        return None

    def inherited(self, of: str | Class, attribute: str) -> tuple[bool, str | None]:
        """Return whether a class is known to have a member, and its public name."""
        if isinstance(of, str):
            name = names.member(of, attribute)
            return bool(name), name
        if attribute in of.scope.bindings:
            return True, None  # the program's own
        return self.from_bases(of, attribute)

    def from_bases(self, of: Class, attribute: str) -> tuple[bool, str | None]:
        """Return the same for what a class of the program has from its bases."""
        for base in of.node.bases:
            meaning = self.meaning(base, of.scope.parent)
            if not isinstance(meaning, str | Class):
                return True, None  # who knows what it has
            known, name = self.inherited(meaning, attribute)
            if known:
                return known, name
        return False, None

    def overridden(self, owner: Class | None, attribute: str) -> str | None:
        """Return the public member that a member of the program's class replaces."""
        return self.from_bases(owner, attribute)[1] if owner else None
