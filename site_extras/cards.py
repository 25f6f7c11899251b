"""A picture of each chapter, which is shown where people share a link to it.

A card is drawn once and kept in `.cache/cards/`, under a name that is the hash of all
that decides what it looks like.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
from functools import cache
from pathlib import Path

import PIL
from PIL import Image, ImageColor, ImageDraw, ImageFont

from site_extras.page import Page
from site_extras.settings import Settings

REGULAR = "fonts/source-serif-4-latin-400-normal.woff2"
BOLD = "fonts/source-serif-4-latin-700-normal.woff2"
LOGO = "logo.svg"

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
GROUND, INK, FAINT, LINE = "#1d1b2e", "#fbf7ef", "#c9c4cf", "#5b5775"
RULE = 420  # pixels from the top: the title stands above this line
TITLE_HEIGHT = 192  # of all its lines together: two of 92 pixels, or three of 64


def publish_card(page: Page, settings: Settings) -> None:
    """Put the card of a page into the site."""
    name, title = settings.name, page.title
    if page.is_home:
        name, title = "", name
    description = page.description or settings.description
    kept = keep(
        settings.docs / "assets",
        settings.root / ".cache/cards",
        (name, title, description),
    )
    card = settings.site / f"assets/cards/{page.name}.png"
    card.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(kept, card)


def keep(assets: Path, folder: Path, texts: tuple[str, str, str]) -> Path:
    """Return the file of a card, which is drawn only if there is none yet.

    Args:
        assets: The folder of the site's fonts and logo.
        folder: Where cards are kept.
        texts: What `draw` shows: name, title and description.
    """
    made_from = f"{texts}{PIL.__version__}{_hash_of_assets(assets)}"
    key = hashlib.sha256(made_from.encode()).hexdigest()[:32]
    path = folder / f"{key}.png"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # A build beside this one must never see half a file.
        new = path.with_suffix(f".{os.getpid()}")
        new.write_bytes(draw(assets, *texts))
        new.replace(path)
    return path


@cache
def _hash_of_assets(assets: Path) -> str:
    """Return the hash of the files that each card is made from."""
    files = assets / REGULAR, assets / BOLD, assets / LOGO, Path(__file__)
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def draw(assets: Path, name: str, title: str, description: str) -> bytes:
    """Return a card as a PNG image, which has the same bytes each time.

    Args:
        assets: The folder of the site's fonts and logo.
        name: The name of the site, at the top; empty where it is the title.
        title: The title of the page, as large as fits into three lines.
        description: What the page is about; what does not fit into three lines is cut.
    """
    card = Image.new("RGB", SIZE, GROUND)
    logo = _logo(assets / LOGO, 96)
    card.paste(logo, (MARGIN - 12, MARGIN - 34), logo)
    pen = ImageDraw.Draw(card)
    regular = assets / REGULAR
    pen.text((MARGIN + 96, MARGIN + 14), name, FAINT, _font(regular, 34), "lm")
    lines, font = _largest(title, assets / BOLD)
    for number, line in enumerate(reversed(lines)):
        y = RULE - 46 - number * font.size * 1.12
        pen.text((MARGIN, y), line, INK, font, "ls")
    pen.line((MARGIN, RULE, WIDTH - MARGIN, RULE), LINE, 2)
    font = _font(regular, 31)
    lines = _cut(_wrapped(description, font), font)
    for number, line in enumerate(lines):
        pen.text((MARGIN, RULE + 56 + number * 42), line, FAINT, font, "ls")
    png = io.BytesIO()
    palette = _palette(assets / LOGO)
    card.quantize(palette=palette, dither=Image.Dither.NONE).save(png, "PNG")
    return png.getvalue()


def _largest(title: str, bold: Path) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """Return the lines of a title in the largest font in which all of it fits."""
    for size in range(92, 44, -4):
        font = _font(bold, size)
        lines = _wrapped(title, font)
        if len(lines) * size <= TITLE_HEIGHT and _cut(lines, font) == lines:
            break
    return _cut(lines, font), font


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return text as lines that fit, except for a single word that is too long."""
    lines: list[str] = []
    for word in text.split():
        if lines and _fits(f"{lines[-1]} {word}", font):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(lines: list[str], font: ImageFont.FreeTypeFont) -> list[str]:
    """Return at most three lines that fit; an ellipsis stands for what is cut."""
    kept = lines[:3]
    if len(lines) > 3:
        kept[-1] += "…"
    for number, line in enumerate(kept):
        while not _fits(line, font):
            line = f"{line.removesuffix('…')[:-1].rstrip()}…"
        kept[number] = line
    return kept


def _fits(line: str, font: ImageFont.FreeTypeFont) -> bool:
    return font.getlength(line) <= WIDTH - 2 * MARGIN


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # Not every build of Pillow has the other engine, which spaces letters differently.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette(svg: Path) -> Image.Image:
    """Return the colours of a card, each in steps from the ground, for smooth edges."""
    ground = ImageColor.getrgb(GROUND)
    logo = re.findall(r'fill="(#\w+)"', svg.read_text(encoding="utf-8"))
    colours = [ImageColor.getrgb(each) for each in (INK, FAINT, LINE, *logo)]
    palette = Image.new("P", (1, 1))
    steps = [
        round(low + (high - low) * step / 16)
        for colour in colours
        for step in range(17)
        for low, high in zip(ground, colour, strict=True)
    ]
    palette.putpalette(steps)
    return palette


@cache
def _logo(file: Path, size: int) -> Image.Image:
    """Return the logo of the site, whose paths are polygons of absolute points."""
    svg = file.read_text(encoding="utf-8")
    (width,) = re.findall(r'viewBox="0 0 (\d+)', svg)
    scale = size * 4 / int(width)
    logo = Image.new("RGBA", (size * 4, size * 4), f"{GROUND}00")
    for colour, path in re.findall(r'fill="(#\w+)" d="M([\d. ]+)z"', svg):
        points = [float(each) * scale for each in path.split()]
        ImageDraw.Draw(logo).polygon(points, colour)
    # It was drawn four times as large, so that its edges become smooth.
    return logo.resize((size, size), Image.Resampling.LANCZOS)
