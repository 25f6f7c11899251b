"""Where figures go. A process runs one program, which says so before it begins."""

from __future__ import annotations

from collections.abc import Callable

from execdocs.records.output import Figure

Receiver = Callable[[Figure], None]

_receivers: list[Receiver] = []


def send_figures_to(receiver: Receiver) -> None:
    """Have each figure of this process handed to a function."""
    _receivers[:] = [receiver]


def emit(figure: Figure) -> None:
    """Hand over a figure."""
    for receiver in _receivers:
        receiver(figure)
