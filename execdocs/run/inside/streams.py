"""Capture what a process writes to its file descriptors 1 and 2, C code included."""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import io
import os
import re
import sys
from pathlib import Path

OUTPUT_LIMIT = 64 * 1024  # bytes of text a cell may print

ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
FRAME = re.compile(r"^[^\n]*\r(?!\n)", re.MULTILINE)  # overwritten by what follows
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# C++ log lines hold a time and a thread; errors also reach Python as exceptions.
LOG = re.compile(
    r"^(?:[IWE]\d{4} \d\d:|[IWE]0000 00:|WARNING: All log messages before absl).*\n?",
    re.MULTILINE,
)


def clean(text: str) -> str:
    """Return text as a terminal would leave it: frames collapsed, no control codes."""
    text = text.encode("utf-8", "backslashreplace").decode()  # no lone surrogates
    return CONTROL.sub("", FRAME.sub("", ANSI.sub("", text).replace("\r\n", "\n")))


class NoInput(io.TextIOBase):
    """Stands in for standard input, where nobody would ever answer."""

    def readline(self, size: int = -1) -> str:  # type: ignore[override]
        """Refuse."""
        raise EOFError("a program gets no input; make the data in the program")

    read = readlines = readline  # type: ignore[assignment]


class Streams:
    """The standard streams of this process, redirected to files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._paths = (folder / "stdout", folder / "stderr")

    def __enter__(self) -> Streams:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for descriptor, path in enumerate(self._paths, 1):
            flags = os.O_CREAT | os.O_WRONLY | os.O_APPEND
            os.dup2(os.open(path, flags), descriptor)
        sys.stdin = NoInput()
        sys.stdout = sys.__stdout__ = _text(1)  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = _text(2)  # type: ignore[misc]
        self._faults = open(self.folder / "faults", "w")
        faulthandler.enable(self._faults)
        return self

    def __exit__(self, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()

    def watch(self, timeout: float) -> None:
        """Have the place noted where this process stands after `timeout` seconds."""
        faulthandler.dump_traceback_later(timeout, file=self._faults)

    def take(self) -> tuple[str, str]:
        """Return what came on standard output and error since the last call."""
        with contextlib.suppress(ValueError, AttributeError):
            sys.stdout.flush()
            sys.stderr.flush()
        with contextlib.suppress(OSError, TypeError, AttributeError):
            ctypes.CDLL(None).fflush(None)  # what C code has buffered
        stdout, stderr = map(self._take, self._paths)
        return clean(stdout), LOG.sub("", clean(stderr))

    def _take(self, path: Path) -> str:
        with path.open("rb") as file:
            text = file.read(2 * OUTPUT_LIMIT).decode("utf-8", "backslashreplace")
        os.truncate(path, 0)
        return text


def _text(descriptor: int) -> io.TextIOWrapper:
    raw = open(descriptor, "wb", buffering=0, closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(
        raw, "utf-8", "backslashreplace", newline="\n", write_through=True
    )
