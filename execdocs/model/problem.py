"""What an author can mend: a value with a place and a message."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import click


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what to do about it.

    Attributes:
        place: `file:line`, or the file alone.
        message: What was found there, and what to do; details follow, indented.
        shown_at: The place on a page that shows it, where that is another one.
    """

    place: str
    message: str
    shown_at: str = ""

    def __str__(self) -> str:
        where = f"{self.shown_at} → {self.place}" if self.shown_at else self.place
        return f"{where}: {self.message}"

    def seen_from(self, place: str) -> Problem:
        """Return the same problem, with the place on a page that shows it."""
        return replace(self, shown_at=place)


class Refused(click.ClickException):
    """Carries problems to whoever reports them.

    Click prints them and exits with 1, under `python -m execdocs` and `mkdocs` alike;
    an author never sees a traceback of the engine.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    @classmethod
    def at(cls, place: str, message: str) -> Refused:
        """Return one that carries a single problem."""
        return cls(Problem(place, message))


def told_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in their order, without those that an earlier one has told.

    A program that fails does so under each block that shows it, and by its record.
    """
    told: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        told.setdefault((problem.place, problem.message), problem)
    return tuple(told.values())


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the known name most like `name`, or all of them."""
    known = sorted(known)
    matches = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if matches:
        return f"did you mean `{matches[0]}`?"
    if known:
        return "there is " + ", ".join(f"`{each}`" for each in known)
    return "there is none"
