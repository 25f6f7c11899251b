"""Figures can be read in both colour schemes, whatever the reader's system prefers."""

import io
from collections import Counter

import pytest
from PIL import Image

from tests.site.visit import visit

# Lines, boxes of colours, coloured digits; and pixels, as SVG and as PNG.
PAGES = [
    "index.html",
    "layers/block-weights.html",
    "learn/vae.html",
    "models/vae.html",
    "reference/tracking.html",
]
TOGGLE = "[data-md-component=palette] label:visible"
SCHEMES = {"light": "default", "dark": "slate"}


def seen(figure):
    """Return a figure as it is seen: its ground, and its brightest and darkest part."""
    figure.scroll_into_view_if_needed()
    figure.evaluate("figure => figure.decode()")
    image = Image.open(io.BytesIO(figure.screenshot())).convert("L")
    counts = image.histogram()
    common = [level for level, count in enumerate(counts) if count > 20]
    return counts.index(max(counts)), min(common), max(common)


@pytest.mark.parametrize("system", SCHEMES)
@pytest.mark.parametrize("chosen", SCHEMES)
def test_a_figure_can_be_read(browser, server, system, chosen):
    kinds = Counter()
    for name in PAGES:
        with visit(browser, server, name, color_scheme=system) as (page, _):
            if chosen != system:
                page.locator(TOGGLE).click()
            page.locator(f"body[data-md-color-scheme={SCHEMES[chosen]}]").wait_for()
            for figure in page.locator(".output-figure").all():
                if not figure.is_visible():
                    continue  # in the tab of another backend
                kind = figure.get_attribute("class").split("-")[-1]
                kinds[kind] += 1
                ground, dark, light = seen(figure)
                assert light - dark > 150
                if kind == "lines":
                    assert (ground < 100) == (chosen == "dark")
    assert kinds["lines"] > 5
    assert kinds["pixels"] > 2


def test_pixels_keep_their_colours(browser, server):
    shots = {}
    for scheme in SCHEMES:
        with visit(browser, server, "models/vae.html", color_scheme=scheme) as (
            page,
            _,
        ):
            figure = page.locator(".output-pixels:visible").first
            figure.scroll_into_view_if_needed()
            figure.evaluate("figure => figure.decode()")
            image = Image.open(io.BytesIO(figure.screenshot())).convert("RGB")
            # Its corners are round: the page behind them has another colour.
            shots[scheme] = image.crop((8, 8, image.width - 8, image.height - 8))
    assert shots["light"].tobytes() == shots["dark"].tobytes()
