"""What a cell put out: text, an error, a figure."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Text:
    """What was written to a stream; a warning is written to `stderr`."""

    stream: str  # `stdout` or `stderr`
    text: str


@dataclass(frozen=True)
class Error:
    """The exception that ended the program, as it declares."""

    name: str  # of the exception's class
    message: str
    traceback: str  # cut to the program's own lines


@dataclass(frozen=True)
class Figure:
    """A figure, as the program drew it."""

    mime: str
    data: bytes
    width: int  # in CSS pixels
    height: int
    alt: str = ""  # the description that a page gives it

    @property
    def kind(self) -> str:
        """What its file name ends with: svg or png."""
        return self.mime.partition("/")[2].partition("+")[0]

    @property
    def uri(self) -> str:
        """Its address from the site's root; the same figure has the same address."""
        digest = hashlib.sha256(self.data).hexdigest()[:16]
        return f"assets/figures/{digest}.{self.kind}"

    @property
    def embedded(self) -> str:
        """The address that holds the figure itself, for where there are no files."""
        return f"data:{self.mime};base64,{base64.b64encode(self.data).decode()}"


Output = Text | Error | Figure


def joined(outputs: Iterable[Output]) -> tuple[Output, ...]:
    """Return outputs with neighbouring texts of the same stream as one text."""
    made: list[Output] = []
    for output in outputs:
        last = made[-1] if made else None
        if (
            isinstance(output, Text)
            and isinstance(last, Text)
            and output.stream == last.stream
        ):
            made[-1] = Text(last.stream, last.text + output.text)
        else:
            made.append(output)
    return tuple(made)


def described(
    outputs: Sequence[Output], descriptions: Sequence[str]
) -> tuple[Output, ...]:
    """Return outputs with a description for each figure, in their order."""
    left = iter(descriptions)
    return tuple(
        replace(output, alt=next(left)) if isinstance(output, Figure) else output
        for output in outputs
    )


def printed(outputs: Iterable[Output]) -> str:
    """Return what outputs have on the standard output."""
    return "".join(
        output.text
        for output in outputs
        if isinstance(output, Text) and output.stream == "stdout"
    )
