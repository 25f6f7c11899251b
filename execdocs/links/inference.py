"""Infer what the expressions of a program mean, without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Set

from execdocs.links import public
from execdocs.links.meanings import (
    Binding,
    Entered,
    Instance,
    Meaning,
    OwnClass,
    PublicMember,
    PublicName,
    Scope,
    Super,
    Value,
    Variable,
)

Ancestor = PublicName | OwnClass | None  # None is a base of unknown meaning


class Inference:
    """The meaning of each expression of one program; None where it is not certain."""

    def __init__(self, attributes: Mapping[str, Variable]) -> None:
        """Take what the program assigns to attributes, by the attribute's name."""
        self._attributes = attributes
        self._agreed: dict[Variable, Meaning | None] = {}

    def meaning(self, node: ast.expr, scope: Scope) -> Meaning | None:
        """Return what an expression means in a scope."""
        match node:
            case ast.Name():
                return self.agreed(scope.lookup(node.id))
            case ast.Attribute():
                return self._attribute(self.meaning(node.value, scope), node.attr)
            case ast.Call(func=ast.Name("super"), args=[]):
                owner = scope.method_of
                own = scope.lookup("super") is not None
                return Super(owner) if owner and not own else None
            case ast.Call():
                return self._called(self.meaning(node.func, scope))
        return None

    def agreed(self, variable: Variable | None) -> Meaning | None:
        """Return what a variable means if all that is bound to it means the same."""
        if variable is None:
            return None
        if variable not in self._agreed:
            # `x = x.part` asks for the meaning of `x` while it is being found.
            self._agreed[variable] = None
            meanings = [self._bound(each) for each in variable.bindings]
            if meanings and all(each == meanings[0] for each in meanings):
                self._agreed[variable] = meanings[0]
        return self._agreed[variable]

    def overridden(self, owner: OwnClass, name: str) -> Meaning | None:
        """Return the public member that a class of the program inherits by a name."""
        return self._member(self._ancestors(owner, {owner}), name)

    def _bound(self, binding: Binding | None) -> Meaning | None:
        match binding:
            case Value(node, scope):
                meaning = self.meaning(node, scope)
                # After `losses = layer.losses` the name holds the value of a property,
                # and is not the property itself.
                return None if isinstance(meaning, PublicMember) else meaning
            case Entered(node, scope):
                match self.meaning(node, scope):
                    case Instance(PublicName(name)) as instance:
                        return instance if public.enters_as_itself(name) else None
                return None
        return binding

    def _called(self, function: Meaning | None) -> Instance | None:
        match function:
            case OwnClass():
                return Instance(function)
            case PublicName(name) if public.find_class(name):
                return Instance(function)
        return None

    def _attribute(self, base: Meaning | None, attribute: str) -> Meaning | None:
        match base:
            case PublicName(name):
                whole = f"{name}.{attribute}"
                if public.find(whole):
                    return PublicName(whole)
                return _public_member(base, attribute)
            case OwnClass():
                return self._member(self._lineage(base), attribute)
            case Super(owner):
                return self.overridden(owner, attribute)
            case Instance(PublicName() as of):
                return _public_member(of, attribute)
            case Instance(OwnClass() as of):
                assigned = self._attributes.get(attribute)
                return self._member(self._lineage(of), attribute, assigned)
        return None

    def _member(
        self,
        line: Iterable[Ancestor],
        attribute: str,
        assigned: Variable | None = None,
    ) -> Meaning | None:
        """Return what the first class that has a member means by it.

        If none of the classes has the member, it means what instances are assigned.
        """
        for each in line:
            if each is None:  # it may have this member
                return None
            if isinstance(each, OwnClass):
                if attribute in each.variables:  # the program's own has no page
                    return None
            elif found := _public_member(each, attribute):
                return found
        return self.agreed(assigned)

    def _lineage(self, of: OwnClass) -> Iterator[Ancestor]:
        """Yield a class and its ancestors, in about the order in which Python looks."""
        yield of
        yield from self._ancestors(of, {of})

    def _ancestors(self, of: OwnClass, below: Set[OwnClass]) -> Iterator[Ancestor]:
        for base in of.bases:
            match self.meaning(base, of.parent):
                case PublicName() as meaning:
                    yield meaning
                # In another class, `class Layer(Layer)` seems to be its own base.
                case OwnClass() as meaning if meaning not in below:
                    yield meaning
                    yield from self._ancestors(meaning, below | {meaning})
                case _:
                    yield None


def _public_member(of: PublicName, attribute: str) -> PublicMember | None:
    name = public.member(of.text, attribute)
    return PublicMember(name) if name else None
