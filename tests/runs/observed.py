"""Observe one run of a marked program, and judge it by what its edition says.

See `execdocs.editions.codeblocks` for what a mark is, and `tests.runs.contract` for
what the program's layers and models have to stand in the same fork.
"""

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.program import first_line
from execdocs.run.inside.streams import clean
from execdocs.run.inside.traceback import without_paths
from tests.runs.reader import USUAL, Reader, Result

CHECKS = {"config", "symbolic", "precision", "batch", "saving", "call"}
EXCEPTION = re.compile(r"# breaks (?P<checks>[a-z0-9(), ]+): .*\S")
WARNING = re.compile(r"^\w*Warning: ", re.MULTILINE)


@dataclass(frozen=True)
class Promise:
    """What an edition says of a program, besides what it prints."""

    program: str
    separator: str  # what stands between the outputs of its cells
    chooses: bool  # whether nothing tells it the backend
    raises: tuple[str, str] | None = None  # the class, and the last line that it prints
    warns: tuple[str, ...] = ()  # what is shown of its warnings


class Observation:
    """One run of a program in a fork, and the checks of its classes.

    Args:
        reader: Runs programs.
        backend: Where it runs.
        promise: What is said of it.
        folder: An empty folder.
    """

    def __init__(
        self, reader: Reader, backend: str, promise: Promise, folder: Path
    ) -> None:
        self.reader = reader
        self.backend = backend
        self.promise = promise
        self.folder = folder

    def run(self, code: str) -> str:
        """Run the marked program, and return what it printed, marks included.

        Raises:
            AssertionError: It did not end as it has to.
        """
        self.code = code
        self.program = self.folder / "program" / Path(self.promise.program).name
        self.program.parent.mkdir()
        self.program.write_text(code, encoding="utf-8")
        self.result = self._run("observe", self.folder / "run")
        raises = self.promise.raises
        if raises is None:
            assert self.result.raised is None, self._said()
        else:
            assert (self.result.raised, self._last_line()) == raises, self._said()
        assert self.result.status == bool(raises), self._said()
        separator = self.promise.separator
        printed = separator.join(map(clean, self.result.stdout.split(separator)))
        # An exception ends the last cell in place of the mark that would follow.
        return f"{printed}{separator}\n" if raises else printed

    def judge(self) -> None:
        """Demand all that does not show in what was printed.

        Raises:
            AssertionError: A warning is missing, the program has left something
                running, or one of its classes does not stand what it has to.
        """
        assert not self.result.left, f"it leaves processes behind: {self.result.left}"
        for text in self.promise.warns:
            for warning in WARNING.split(text):
                assert warning.strip() in self.result.stderr, self._said()
        wrong = mistakes(self._checks(), exceptions(self.code, self.backend))
        assert not wrong, "\n".join(["", *wrong])

    def _run(self, action: str, folder: Path) -> Result:
        folder.mkdir()
        return self.reader.run(
            self.program,
            self.backend,
            folder,
            action=action,
            # What is loaded does not choose; one process imports Keras for all.
            chooses=self.promise.chooses
            and (action == "observe" or self.backend == USUAL),
        )

    def _checks(self) -> dict[str, dict[str, str | None]]:
        """Return what is wrong with the classes: class → check → error or None."""
        found = self._answer("run", "checks", self.result)
        if any((self.folder / "run" / "saved").glob("*.keras")):
            again = self._run("load", self.folder / "run" / "again")
            for name, error in self._answer("run/again", "loaded", again).items():
                found[name]["saving"] = error
        return found

    def _answer(self, place: str, name: str, result: Result) -> dict:
        folder = self.folder / place
        assert (folder / name).exists(), (
            f"the checks did not end (status {result.status}): "
            f"{(folder / 'log').read_text() if (folder / 'log').exists() else ''}"
        )
        return json.loads((folder / name).read_text())

    def _last_line(self) -> str:
        """Return the last line that Python printed of the exception."""
        text = self.result.stderr.replace(f"{self.program.parent}/", "")
        return without_paths(text).rstrip().split("\n")[-1]

    def _said(self) -> str:
        """Return what became of the program, for a message."""
        return (
            f"on {self.backend}: status {self.result.status}, "
            f"raised {self.result.raised}; expected: {self.promise.raises}, "
            f"{self.promise.warns}\n{self.result.stderr}"
        )


def mistakes(found: dict, excepted: dict[str, set[str]]) -> list[str]:
    """Return what is wrong with classes, and which exceptions are not needed."""
    wrong = [f"{name}: no such class was checked" for name in excepted.keys() - found]
    for name, checks in found.items():
        allowed = excepted.get(name, set())
        wrong += [f"{name}: there is no check {each}" for each in allowed - CHECKS]
        wrong += [
            f"{name}, {check}: {error}"
            for check, error in checks.items()
            if error and check not in allowed
        ]
        wrong += [
            f"{name} says that it breaks {check}, and does not"
            for check in allowed
            if not checks.get(check)
        ]
    return wrong


def exceptions(text: str, backend: str) -> dict[str, set[str]]:
    """Return the checks that a program's comments except on a backend, by class.

    `# breaks saving, symbolic (jax): why` stands above a class that breaks the one on
    all backends and the other on JAX.
    """
    lines = text.split("\n")
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            line = first_line(node)
            above: list[str] = []
            while re.match(r"# (?!%%)", lines[line - 2]):
                line -= 1
                above.insert(0, lines[line - 1])
            if match := EXCEPTION.match(" ".join(above)):
                named = re.findall(r"(\w+)(?: \((\w+)\))?", match["checks"])
                found[node.name] = {
                    check for check, only in named if only in ("", backend)
                }
    return found
