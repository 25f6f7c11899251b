"""The folders of a site, and how its files are read and written."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from execdocs.model.problem import Problem


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
    def notebooks(self) -> Path:
        """The programs of each page, with their outputs."""
        return self.work / "notebooks"

    @property
    def editions(self) -> Path:
        """The pages for pytest-codeblocks."""
        return self.work / "editions"


def read_text(path: Path, place: str) -> str:
    """Return the text of a UTF-8 file; `place` names it in messages.

    Raises:
        Problem: The file is missing, or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Problem(f"{place}: no such file") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = error.object[error.start]
        raise Problem(
            f"{place}:{line}: not UTF-8 (byte 0x{byte:02x}); save the file as UTF-8"
        ) from None


def write_whole(project: Project, path: Path, text: str) -> None:
    """Write a file such that nobody ever sees half of it.

    Raises:
        Problem: The folder cannot be written to, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise Problem(
            f"{path.relative_to(project.root)}: cannot be written: {error.strerror}; "
            "make room, or the folder writable, and run again"
        ) from None
