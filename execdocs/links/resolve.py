"""Find the places in a program that name something public.

A name counts only if everything that the program binds to it means the same. A link
that is missing does no harm, but one that leads to the wrong page does.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Sequence
from dataclasses import dataclass

from execdocs.links import public
from execdocs.links.bindings import Named, Use, read
from execdocs.links.inference import Inference
from execdocs.links.meanings import OwnClass, PublicMember, PublicName


@dataclass(frozen=True)
class Reference:
    """A place in a program that names something public."""

    line: int  # the first line is 1
    start: int  # the column of the first character
    end: int  # the column after the last character
    name: str  # as documented: `tf.keras.layers.Dense` or `tf.keras.Layer#build`


@functools.lru_cache(maxsize=256)
def references(text: str) -> tuple[Reference, ...]:
    """Return what a program refers to, in the order of its text."""
    uses, attributes = read(text)
    inference, lines = Inference(attributes), text.split("\n")
    found: dict[tuple[int, int], Reference] = {}
    for use in uses:
        if each := _reference(use, inference, lines):
            # `keras.Model.fit` is read before `keras.Model`, which is a part of it.
            found.setdefault((each.line, each.start), each)
    return tuple(found[place] for place in sorted(found))


def _reference(
    use: Use, inference: Inference, lines: Sequence[str]
) -> Reference | None:
    name = _documented(use, inference)
    if name is None:
        return None
    written = _written(use, inference)
    line, end = _end(use.node)
    text = lines[line - 1]
    stop = len(text.encode()[:end].decode())
    start = stop - len(written)
    # The text differs where a name has spaces in it or stands on more than one line.
    return Reference(line, start, stop, name) if text[start:stop] == written else None


def _documented(use: Use, inference: Inference) -> str | None:
    """Return the name under which what is used is documented, or None."""
    match use.node:
        case ast.alias(name, new_name):
            meaning = inference.agreed(use.scope.lookup(new_name or name))
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
            owner = use.scope
            meaning = (
                inference.overridden(owner, name)
                if isinstance(owner, OwnClass)
                else None
            )
        case node:
            meaning = inference.meaning(node, use.scope)
            # Programs name modules all the time, and the pages of modules help little.
            if isinstance(meaning, PublicName) and public.is_module(meaning.text):
                return None
    match meaning:
        case PublicName(name):
            return public.documented(name)
        case PublicMember(name):
            return name
    return None


def _written(use: Use, inference: Inference) -> str:
    """Return the text that is linked: `keras.Model.fit`, but `fit` of `model.fit`."""
    node = use.node
    if isinstance(node, ast.Name):
        return node.id
    if not isinstance(node, ast.Attribute):
        return node.name
    root: ast.expr = node
    while isinstance(root, ast.Attribute):
        root = root.value
    public_root = isinstance(root, ast.Name) and isinstance(
        inference.meaning(root, use.scope), PublicName
    )
    return ast.unparse(node) if public_root else node.attr


def _end(node: Named) -> tuple[int, int]:
    """Return the line on which a name ends, and its end there in bytes, as in `ast`."""
    match node:
        case ast.alias(name):
            return node.lineno, node.col_offset + len(name.encode())
        case ast.FunctionDef(name):
            return node.lineno, node.col_offset + len(f"def {name}".encode())
        case ast.AsyncFunctionDef(name):
            return node.lineno, node.col_offset + len(f"async def {name}".encode())
    # Only trees that are not parsed from text can lack these.
    assert node.end_lineno is not None and node.end_col_offset is not None
    return node.end_lineno, node.end_col_offset
