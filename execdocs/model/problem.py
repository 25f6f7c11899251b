"""The one exception for mistakes that an author can mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click


class Problem(click.ClickException):
    """What is wrong, where (`file:line`), and what to do; never shown as a traceback.

    Click prints it and exits with 1, under `python -m execdocs` and `mkdocs` alike.
    """

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def together(problems: list[str], more: Iterable[str]) -> list[str]:
    """Return problems and those of `more` that none of them has told already."""
    return problems + [
        one for one in more if not any(one in other for other in problems)
    ]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the known name most like `name`, or all of them."""
    known = sorted(known)
    matches = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if matches:
        return f"did you mean `{matches[0]}`?"
    if known:
        return "there is " + ", ".join(f"`{each}`" for each in known)
    return "there is none"
