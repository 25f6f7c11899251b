"""A Matplotlib backend: `plt.show()` hands each open figure to the running program.

Named by `MPLBACKEND=module://…`; its settings are in `matplotlibrc`.
"""

from __future__ import annotations

import base64
import io
import re

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from execdocs.run.inside import cells

INK = "#24292f"  # text and axes, as in matplotlibrc
# An SVG in an <img> follows the colour scheme of the page around it.
DARK = f"""<style>@media (prefers-color-scheme: dark) {{
[style*="fill: {INK}"] {{ fill: #dfe3ea !important }}
[style*="stroke: {INK}"] {{ stroke: #dfe3ea !important }}
}}</style>"""


class FigureManager(FigureManagerBase):
    """Shows figures by emitting them, in the order they were made."""

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """Emit and close all open figures."""
        for manager in Gcf.get_all_fig_managers():
            cells.show(draw(manager.canvas.figure))
        Gcf.destroy_all()


class FigureCanvas(FigureCanvasAgg):
    """The canvas that Matplotlib looks for in a backend module."""

    manager_class = FigureManager


def draw(figure: Figure) -> dict:
    """Return a figure as an nbformat output: SVG, or PNG where that is smaller."""
    width, height = (round(inches * 96) for inches in figure.get_size_inches())
    svg, png = _svg(figure), _png(figure)
    mime, data = ("image/svg+xml", svg) if len(svg) <= len(png) else ("image/png", png)
    return {
        "output_type": "display_data",
        "data": {mime: data, "text/plain": f"<Figure of {width}x{height} pixels>"},
        "metadata": {mime: {"width": width, "height": height}},
    }


def _svg(figure: Figure) -> str:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    text = buffer.getvalue().decode()
    text = text[text.index("<svg") :]
    text = re.sub(r"\s*<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    return text.replace("<defs>", DARK + "\n <defs>", 1)


def _png(figure: Figure) -> str:
    buffer = io.BytesIO()
    # Pixels cannot follow the colour scheme: dark ink on a paper of its own.
    figure.savefig(
        buffer, format="png", dpi=192, transparent=False, metadata={"Software": None}
    )
    return base64.b64encode(buffer.getvalue()).decode()
