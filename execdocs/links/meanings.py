"""What a name in a program can mean, and the scopes in which names are bound."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PublicName:
    """A public name of a package, such as `keras.layers.Dense`."""

    text: str


@dataclass(frozen=True)
class PublicMember:
    """A method or a property as it is documented, such as `tf.keras.Layer#build`."""

    text: str


@dataclass(frozen=True)
class Instance:
    """An instance of a public class or of a class of the program."""

    of: PublicName | OwnClass


@dataclass(frozen=True)
class Super:
    """What `super()` gives in a method of a class of the program."""

    owner: OwnClass


@dataclass(frozen=True)
class Value:
    """The value of an expression, whose meaning is found later, as in `x = node`."""

    node: ast.expr
    scope: Scope


@dataclass(frozen=True)
class Entered:
    """What a context manager gives, as in `with node as x`."""

    node: ast.expr
    scope: Scope


@dataclass(eq=False)
class Variable:
    """All that a program binds to one name; None is something of unknown meaning."""

    bindings: list[Binding | None] = field(default_factory=list)


@dataclass(eq=False)
class Scope:
    """The names that a module, a function or a comprehension binds."""

    parent: Scope | None
    method_of: OwnClass | None = None  # the class of the method that this belongs to
    variables: defaultdict[str, Variable] = field(
        default_factory=lambda: defaultdict(Variable)
    )

    def bind(self, name: str, binding: Binding | None = None) -> None:
        """Add to what a name is bound to."""
        self.variables[name].bindings.append(binding)

    def lookup(self, name: str) -> Variable | None:
        """Return the variable that a name means where it is used in this scope."""
        scope: Scope | None = self
        while scope is not None:
            # The methods of a class do not see its names.
            visible = scope is self or not isinstance(scope, OwnClass)
            if visible and name in scope.variables:
                return scope.variables[name]
            scope = scope.parent
        return None


@dataclass(eq=False)
class OwnClass(Scope):
    """A class that the program defines; the names of this scope are its members."""

    parent: Scope
    bases: Sequence[ast.expr] = ()


Meaning = PublicName | PublicMember | OwnClass | Instance | Super
Binding = PublicName | OwnClass | Instance | Value | Entered
