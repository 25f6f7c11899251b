"""The folders of a site, and how its files are read and written."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.problem import Refused

ATTEMPTS = 20  # at writing into a folder that another command deletes meanwhile


@dataclass(frozen=True)
class Project:
    """The folders of one site, all below its root."""

    root: Path

    @property
    def snippets(self) -> Path:
        """The programs."""
        return self.root / "snippets"

    @property
    def docs(self) -> Path:
        """The pages."""
        return self.root / "docs"

    @property
    def work(self) -> Path:
        """What the engine makes; it may be deleted at any time."""
        return self.root / ".execdocs"

    @property
    def records(self) -> Path:
        """What each program put out on each backend."""
        return self.work / "records"

    @property
    def editions(self) -> Path:
        """The programs of each page, as pytest-codeblocks reads them."""
        return self.work / "editions"

    def place(self, path: Path) -> str:
        """Return a file's path as messages name it: relative to the root."""
        return path.relative_to(self.root).as_posix()

    def page_paths(self) -> Iterator[Path]:
        """Yield the files of all pages, sorted."""
        yield from sorted(self.docs.rglob("*.md"))


def read_text(path: Path, place: str) -> str:
    """Return the text of a UTF-8 file; `place` names it in messages.

    Raises:
        Refused: The file is missing, or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refused.at(place, "no such file") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = error.object[error.start]
        message = f"not UTF-8 (byte 0x{byte:02x}); save the file as UTF-8"
        raise Refused.at(f"{place}:{line}", message) from None


def write_whole(project: Project, path: Path, text: str) -> None:
    """Write a file such that nobody ever sees half of it.

    Raises:
        Refused: The folder cannot be written to, or the disk is full.
    """
    for left in reversed(range(ATTEMPTS)):
        try:
            _write(path, text)
            return
        except OSError as error:
            if left and isinstance(error, FileExistsError | FileNotFoundError):
                continue  # the folder is not there any more
            message = (
                f"cannot be written: {error.strerror}; "
                "make room, or the folder writable, and run again"
            )
            raise Refused.at(project.place(path), message) from None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
