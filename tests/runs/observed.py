"""Observe one run of a marked program, and judge it by what its edition says.

See `execdocs.editions.codeblocks` for what a mark is, and `tests.runs.contract` for
what the program's layers and models have to stand in the same fork.
"""

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.backend import BACKENDS
from execdocs.model.program import first_line
from execdocs.run.inside.streams import clean
from execdocs.run.inside.traceback import without_paths
from tests.runs.reader import USUAL, Reader, Result

# What a comment says to the reader, above a class that does not stand what it has to.
EXCEPTION = re.compile(
    r"# Wrong (on purpose|in Keras [\d.]+)( on (?P<where>\w+( and \w+)*))?: .*\S"
)
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
        wrong = mistakes(self._checks(), excepted(self.code, self.backend))
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
            for name, errors in self._answer("run/again", "loaded", again).items():
                for check, error in errors.items():
                    found[name][check] = found[name].get(check) or error
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


def mistakes(found: dict, excepted: set[str]) -> list[str]:
    """Return what is wrong with classes, and which exceptions are not needed."""
    wrong = [f"{name}: no such class was checked" for name in excepted - found.keys()]
    for name, checks in found.items():
        errors = [f"{name}, {check}: {each}" for check, each in checks.items() if each]
        if name not in excepted:
            wrong += errors
        elif not errors:
            wrong.append(f"{name} is called wrong, and is not")
    return wrong


def excepted(text: str, backend: str) -> set[str]:
    """Return the classes that a program's comments call wrong on a backend.

    Above such a class stands `# Wrong on purpose: why`, or, where this is not so on all
    backends, `# Wrong on purpose on TensorFlow and JAX: why`. What Keras itself does
    wrong is `# Wrong in Keras 3.15 on PyTorch: why`.
    """
    lines = text.split("\n")
    found = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            line = first_line(node)
            above: list[str] = []
            while re.match(r"# (?!%%)", lines[line - 2]):
                line -= 1
                above.insert(0, lines[line - 1])
            if match := EXCEPTION.match(" ".join(above)):
                where = match["where"]
                if where is None or BACKENDS[backend].title in where.split(" and "):
                    found.add(node.name)
    return found
