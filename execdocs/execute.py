"""Execute one program, in the process made for it, and report what it puts out.

The process belongs to the program alone: its standard streams, working directory,
`__main__` module and process group. It ends with the program.
"""

from __future__ import annotations

import __future__
import ast
import contextlib
import os
import re
import sys
import threading
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from execdocs.capture import OUTPUT_LIMIT, Streams, clean
from execdocs.parse import Cell, Program, Project

FUTURES = sum(
    getattr(__future__, name).compiler_flag for name in __future__.all_feature_names
)
ADDRESS = re.compile(r"\b0x[0-9a-f]{8,16}\b")

# Set for the one program of this process; Matplotlib's backend calls it.
show: Callable[[dict], None]


class Failed(BaseException):  # no `except Exception` of a library may swallow it
    """The program failed; the message begins with its file and line."""


def main(
    program: Program,
    project: Project,
    folder: Path,
    events: Connection,
    lifeline: tuple[Connection, Connection],
) -> None:
    """Run a program and send its events; called in a fresh or freshly forked process.

    Events are tuples: `("cell", Cell)`, `("output", nbformat output)`, and at last
    `("failed", message)` or `("done", places of files read, CPU seconds)`.
    """
    if hasattr(os, "setsid"):
        os.setsid()
    lifeline[1].close()
    threading.Thread(target=_die_with_parent, args=lifeline[:1], daemon=True).start()
    reads = _watch_reads(project)
    try:
        with Streams(folder) as streams:
            _enter(program, folder)
            Execution(program, project, streams, events.send).run()
    except Failed as failure:
        events.send(("failed", str(failure)))
    except Exception:
        events.send(("failed", f"{program.place}: {traceback.format_exc()}"))
    else:
        used = {*reads, *_local_modules(project)} - {program.place}
        events.send(("done", sorted(used), sum(os.times()[:4])))
    os._exit(0)


def _die_with_parent(lifeline: Connection) -> None:
    """Kill this process and all it started once the other end of a pipe is gone."""
    with contextlib.suppress(EOFError, OSError):
        lifeline.recv()
    if hasattr(os, "killpg"):
        os.killpg(0, 9)
    os._exit(1)


def _enter(program: Program, folder: Path) -> None:
    """Make this process look like `python FILE` in an empty working directory."""
    work = folder / "work"
    work.mkdir()
    os.chdir(work)
    os.environ["TMPDIR"] = str(folder)
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].tempdir = None
    sys.argv = [str(program.path)]
    sys.path[0] = str(program.path.parent)


def _watch_reads(project: Project) -> set[str]:
    """Return a set that grows with each project file that is opened for reading."""
    found: set[str] = set()

    def hook(event: str, args: tuple) -> None:
        if event == "open" and isinstance(args[0], str):
            path, _, flags = args
            reads = not flags & (os.O_WRONLY | os.O_RDWR)
            if reads and not path.endswith(".pyc"):
                found.update(_places([path], project))

    sys.addaudithook(hook)
    return found


def _local_modules(project: Project) -> set[str]:
    """Return the project's own modules that are loaded; a `.pyc` hides their reading."""
    engine = str(Path(__file__).parent)
    paths = (getattr(module, "__file__", None) for module in [*sys.modules.values()])
    return {*_places((p for p in paths if p and not p.startswith(engine)), project)}


def _places(paths: Iterator[str] | list[str], project: Project) -> Iterator[str]:
    """Yield the paths, relative to the project, of those that are its own files."""
    root, environment = str(project.root) + os.sep, sys.prefix + os.sep
    for path in map(os.path.abspath, paths):
        if path.startswith(root) and not path.startswith(environment):
            if os.path.isfile(path):
                yield Path(path).relative_to(root).as_posix()


class Execution:
    """One run of a program, cell after cell."""

    def __init__(
        self,
        program: Program,
        project: Project,
        streams: Streams,
        send: Callable[[tuple], None],
    ) -> None:
        self.program = program
        self.streams = streams
        self.send = send
        self.cell = program.cells[0]
        self.unstable = re.compile(
            f"{ADDRESS.pattern}|{re.escape(str(project.root))}"
            f"|{re.escape(str(streams.folder))}"
        )

    def run(self) -> None:
        """Run all cells.

        Raises:
            Failed: A cell broke a rule or raised what it did not declare.
        """
        global show
        show = self._figure
        warnings.showwarning = self._warning
        tree = ast.parse(self.program.text)
        flags = compile(tree, "", "exec", dont_inherit=True).co_flags & FUTURES
        module = types.ModuleType("__main__", ast.get_docstring(tree, clean=False))
        module.__file__ = str(self.program.path)
        module.__dict__["__builtins__"] = __builtins__
        sys.modules["__main__"] = module
        for self.cell in self.program.cells:
            lines = range(self.cell.first, self.cell.last + 1)
            body = [node for node in tree.body if node.lineno in lines]
            code = ast.Module(body, type_ignores=[])
            self._run_cell(
                compile(code, module.__file__, "exec", flags, dont_inherit=True),
                module.__dict__,
            )
        if "execdocs.figures" in sys.modules:
            from matplotlib.pyplot import get_fignums

            if get_fignums():
                self._fail("a figure is left open; end the cell with `plt.show()`")

    def _run_cell(self, code: types.CodeType, namespace: dict) -> None:
        cell = self.cell
        self.warned: list[type[Warning]] = []
        self.undeclared: list[str] = []
        self.size = 0
        self.send(("cell", cell))
        self.streams.watch(cell.timeout)
        try:
            exec(code, namespace)
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
        raise Failed(f"{self.program.place}:{line or self.cell.first}: {message}")

    def _output(self, output: dict, size: int) -> None:
        self.size += size
        if self.size > OUTPUT_LIMIT:
            self._fail(too_much(self.cell.name))
        self.send(("output", output))

    def _take_text(self) -> None:
        """Send what was printed since the last time."""
        stdout, stderr = self.streams.take()
        if len(stdout) > OUTPUT_LIMIT:
            self._fail(too_much(self.cell.name))
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
                f"output, or declare the warning:\n{_indent(stderr)}"
            )

    def _stream(self, name: str, text: str) -> None:
        output = {"output_type": "stream", "name": name, "text": text}
        self._output(output, len(text.encode()))

    def _figure(self, output: dict) -> None:
        self._take_text()
        self._output(output, 0)

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
        text = self._relative(f"{category.__name__}: {message}")
        own = filename == str(self.program.path)
        if any(_is_a(category, name) for name in self.cell.warns):
            where = f"{self.program.path.name}:{lineno}: " if own else ""
            self._stream("stderr", f"{where}{text}\n")
        else:
            line = lineno if own else self.cell.first
            self.undeclared.append(
                f"{self.program.place}:{line}: undeclared {text}\n"
                f"    mend it, or declare it: `# %% {self.cell.name} "
                f"warns={category.__name__}`"
            )

    def _exception(self, error: BaseException) -> None:
        name = type(error).__name__
        report = traceback.TracebackException.from_exception(error)
        line = self._own_frames(report) or self.cell.first
        text = self._relative("".join(report.format())).rstrip()
        if self.cell.raises and _is_a(type(error), self.cell.raises):
            output = {"output_type": "error", "ename": name}
            output["evalue"] = self._relative(str(error))
            output["traceback"] = text.split("\n")
            self._output(output, len(text.encode()))
        elif isinstance(error, Failed):
            raise error
        elif isinstance(error, SystemExit):
            self._fail("`sys.exit()`; a program ends at its last line", line)
        else:
            summary = self._relative(f"{name}: {error}".rstrip(": ")).split("\n")[0]
            self._fail(f"{summary}\n{_indent(text)}", line)

    def _own_frames(self, report: traceback.TracebackException) -> int | None:
        """Cut a traceback to the program's own frames; return its last own line."""
        line = None
        seen = []
        pending = [report]
        while pending:
            part = pending.pop(0)
            seen.append(part)
            linked = (part.__cause__, part.__context__, *(part.exceptions or ()))
            pending += [other for other in linked if other and other not in seen]
            own = [f for f in part.stack if f.filename == str(self.program.path)]
            for frame in own:
                frame.line  # noqa: B018 - read from the real path before it changes
                frame.filename = self.program.path.name
            part.stack = traceback.StackSummary.from_list(own)
            if line is None and own:
                line = own[-1].lineno
        return line

    def _relative(self, text: str) -> str:
        """Clean what an exception or warning says of paths and memory addresses."""
        for path in (*sys.path, str(self.streams.folder)):
            if path:
                text = text.replace(path + os.sep, "")
        return ADDRESS.sub("0x…", clean(text))


def _is_a(category: type, name: str) -> bool:
    return any(base.__name__ == name.split(".")[-1] for base in category.__mro__)


def _indent(text: str) -> str:
    return "\n".join("    " + line for line in text.rstrip().split("\n"))


def too_much(cell: str) -> str:
    """Return what is wrong with a cell that prints without measure."""
    return (
        f"cell `{cell}` prints more than {OUTPUT_LIMIT // 1024} KB; print less, "
        "or look for an endless loop"
    )


def location(program: Program, cell: Cell, faults: str) -> str:
    """Return `file:line` of where a process stood, from what faulthandler wrote."""
    pattern = rf'File "{re.escape(str(program.path))}", line (\d+)'
    found = re.findall(pattern, faults)
    return f"{program.place}:{found[0] if found else cell.first}"
