"""Execute one program, cell after cell, and report what it puts out."""

from __future__ import annotations
import __future__

import ast
import re
import sys
import types
import warnings
from collections.abc import Callable

from execdocs.model.problem import Problem
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.records.output import Error, Figure, Output, Text
from execdocs.run.inside.drawn import send_figures_to
from execdocs.run.inside.streams import OUTPUT_LIMIT, Streams
from execdocs.run.inside.traceback import (
    ADDRESS,
    indent,
    message_of,
    own_traceback,
    too_much,
    without_paths,
)

FUTURES = sum(
    getattr(__future__, name).compiler_flag for name in __future__.all_feature_names
)

FIGURES = "execdocs.run.inside.matplotlib_backend"


class Failed(BaseException):  # no `except Exception` of a library may swallow it
    """The program failed."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Execution:
    """One run of a program, cell after cell."""

    def __init__(
        self,
        program: Program,
        project: Project,
        streams: Streams,
        send: Callable[[tuple[object, ...]], None],
    ) -> None:
        self.program = program
        self.streams = streams
        self.send = send
        self.cell = program.cells[0]
        self.unstable = re.compile(
            f"{ADDRESS.pattern}|{re.escape(str(project.root))}"
            f"|{re.escape(str(streams.folder))}"
        )

    def execute(self) -> None:
        """Run all cells.

        Raises:
            Failed: A cell broke a rule or raised what it did not declare.
        """
        send_figures_to(self._figure)
        warnings.showwarning = self._warning  # type: ignore[assignment]
        tree = ast.parse(self.program.text)
        with warnings.catch_warnings(action="ignore"):  # they come with their cell
            code = compile(tree, "", "exec", dont_inherit=True)
        flags = code.co_flags & FUTURES
        module = types.ModuleType("__main__", ast.get_docstring(tree, clean=False))
        module.__file__ = str(self.program.path)
        sys.modules["__main__"] = module
        for cell in self.program.cells:
            self.cell = cell
            lines = range(cell.first, cell.last + 1)
            body = [node for node in tree.body if node.lineno in lines]
            self._run_cell(ast.Module(body, type_ignores=[]), flags, module.__dict__)
        if FIGURES in sys.modules:
            from matplotlib.pyplot import get_fignums

            if get_fignums():
                self._fail("a figure is left open; end the cell with `plt.show()`")

    def _run_cell(
        self, body: ast.Module, flags: int, namespace: dict[str, object]
    ) -> None:
        cell = self.cell
        self.warned: list[type[Warning]] = []
        self.undeclared: list[Problem] = []
        self.size = 0
        self.send(("cell", cell))
        self.streams.watch(cell.timeout)
        try:
            path = str(self.program.path)
            exec(compile(body, path, "exec", flags, dont_inherit=True), namespace)
        except BaseException as error:  # also SystemExit
            self._take_text()
            self._exception(error)
        else:
            self._take_text()
            if cell.raises:
                self._fail(
                    f"cell `{cell.name}` declares raises={cell.raises}, but nothing "
                    "was raised; delete the option or mend the program"
                )
        if self.undeclared:
            raise Failed(self.undeclared[0])
        for name in cell.warns:
            if not any(_is_a(category, name) for category in self.warned):
                self._fail(
                    f"cell `{cell.name}` declares warns={name}, but no such warning "
                    "came; delete the option or mend the program"
                )

    def _fail(self, message: str, line: int | None = None) -> None:
        raise Failed(
            Problem(f"{self.program.place}:{line or self.cell.first}", message)
        )

    def _output(self, output: Output, size: int) -> None:
        self.size += size
        if self.size > OUTPUT_LIMIT:
            self._fail(too_much(self.cell))
        self.send(("output", output))

    def _take_text(self) -> None:
        """Send what was printed since the last time."""
        stdout, stderr = self.streams.take()
        if len(stdout) > OUTPUT_LIMIT:
            self._fail(too_much(self.cell))
        if found := self.unstable.search(stdout):
            self._fail(
                f"cell `{self.cell.name}` prints `{found[0]}`, which differs from run "
                "to run; print something that does not"
            )
        if stdout:
            self._stream("stdout", stdout)
        if stderr:
            self._fail(
                f"cell `{self.cell.name}` writes to standard error; print to standard "
                f"output, or declare the warning:\n{indent(stderr)}"
            )

    def _stream(self, name: str, text: str) -> None:
        self._output(Text(name, text), len(text.encode()))

    def _figure(self, figure: Figure) -> None:
        self._take_text()
        self._output(figure, 0)

    def _warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        *_: object,
    ) -> None:
        self._take_text()
        self.warned.append(category)
        text = without_paths(f"{category.__name__}: {message}")
        own = filename == str(self.program.path)
        if any(_is_a(category, name) for name in self.cell.warns):
            where = f"{self.program.path.name}:{lineno}: " if own else ""
            self._stream("stderr", f"{where}{text}\n")
        else:
            line = lineno if own else self.cell.first
            message = (
                f"undeclared {text}\n"
                f"    mend it, or declare it: `# %% {self.cell.name} "
                f"warns={category.__name__}`"
            )
            self.undeclared.append(Problem(f"{self.program.place}:{line}", message))

    def _exception(self, error: BaseException) -> None:
        name = type(error).__name__
        text, line = own_traceback(error, self.program.path)
        if self.cell.raises and _is_a(type(error), self.cell.raises):
            message = without_paths(message_of(error))
            self._output(Error(name, message, text), len(text.encode()))
        elif isinstance(error, Failed):
            raise error
        elif isinstance(error, SystemExit):
            self._fail("`sys.exit()`; a program ends at its last line", line)
        else:
            summary = without_paths(f"{name}: {message_of(error)}".rstrip(": "))
            summary = summary.split("\n")[0]
            self._fail(f"{summary}\n{indent(text)}", line)


def _is_a(category: type, name: str) -> bool:
    return any(base.__name__ == name.split(".")[-1] for base in category.__mro__)
