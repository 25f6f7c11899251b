"""A Matplotlib backend: `plt.show()` hands each open figure to the running program.

Named by `MPLBACKEND=module://…`; its settings are in `matplotlibrc`.
"""

from __future__ import annotations

import io
import re

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from execdocs.records.output import Figure as Drawn
from execdocs.run.inside.drawn import emit

WORTH = 4 / 3  # how much more an SVG may weigh; it is sent compressed, a PNG is already


class FigureManager(FigureManagerBase):
    """Shows figures by emitting them, in the order they were made."""

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """Emit and close all open figures."""
        for manager in Gcf.get_all_fig_managers():
            emit(draw(manager.canvas.figure))
        Gcf.destroy_all()


class FigureCanvas(FigureCanvasAgg):
    """The canvas that Matplotlib looks for in a backend module."""

    manager_class = FigureManager


def draw(figure: Figure) -> Drawn:
    """Return a figure as SVG, or as PNG where SVG is far larger."""
    width, height = (round(inches * 96) for inches in figure.get_size_inches())
    svg, png = _svg(figure), _png(figure)
    if len(svg) <= WORTH * len(png):
        return Drawn("image/svg+xml", svg, width, height)
    return Drawn("image/png", png, width, height)


def _svg(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    text = buffer.getvalue().decode()
    text = text[text.index("<svg") :]
    return re.sub(r"\s*<metadata>.*?</metadata>", "", text, flags=re.DOTALL).encode()


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    # Pixels cannot follow the colour scheme: dark ink on a light ground of its own.
    figure.savefig(
        buffer, format="png", dpi=192, transparent=False, metadata={"Software": None}
    )
    return buffer.getvalue()
