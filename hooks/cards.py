"""MkDocs hook: a picture of each chapter, for where people share links to it.

Templates find its address in `page.meta.card`. A picture is drawn once and kept in
`.cache/cards/`, under a name that stands for all that it is made from.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from functools import cache
from pathlib import Path

import jinja2
import PIL
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from PIL import Image, ImageColor, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".cache/cards"
ASSETS = ROOT / "docs/assets"
REGULAR = ASSETS / "fonts/source-serif-4-latin-400-normal.woff2"
BOLD = ASSETS / "fonts/source-serif-4-latin-700-normal.woff2"
LOGO = ASSETS / "logo.svg"

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
GROUND, INK, FAINT, LINE = "#1d1b2e", "#fbf7ef", "#c9c4cf", "#5b5775"
RULE = 420  # how far down: the title stands on it, the description hangs below
ROOM = 192  # for the letters of the title: two lines of 92 pixels, three of 64


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Give each page a card; generated pages are other editions, and have none."""
    for file in list(files.documentation_pages()):
        if not Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
            continue
        page, name, about = file.page, config.site_name, config.site_description
        title = str(page.meta.get("title", page.title))
        if page.is_homepage:
            name, title = "", name
        kept = keep(name, title, page.meta.get("description") or about or "")
        card = f"assets/cards/{file.dest_uri.removesuffix('.html')}.png"
        files.append(File.generated(config, card, abs_src_path=str(kept)))
        page.meta["card"] = card


def keep(name: str, title: str, description: str) -> Path:
    """Return the file of a card, which is drawn if there is none yet."""
    made = [name, title, description, PIL.__version__]
    made += [path.read_bytes() for path in (REGULAR, BOLD, LOGO, Path(__file__))]
    key = hashlib.sha256(repr(made).encode()).hexdigest()[:32]
    path = KEPT / f"{key}.png"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")  # whole, before other builds see it
        new.write_bytes(draw(name, title, description))
        new.replace(path)
    return path


def draw(name: str, title: str, description: str) -> bytes:
    """Return a card as a PNG image, the same bytes each time.

    Args:
        name: The name of the site, at the top; nothing where it is the title.
        title: The title of the page, as large as there is room for three lines.
        description: What the page is about, cut where its three lines end.
    """
    card = Image.new("RGB", SIZE, GROUND)
    logo = _logo(96)
    card.paste(logo, (MARGIN - 12, MARGIN - 34), logo)
    pen = ImageDraw.Draw(card)
    pen.text((MARGIN + 96, MARGIN + 14), name, FAINT, _font(REGULAR, 34), "lm")
    lines, font = _largest(title)
    for number, line in enumerate(reversed(lines)):
        y = RULE - 46 - number * font.size * 1.12
        pen.text((MARGIN, y), line, INK, font, "ls")
    pen.line((MARGIN, RULE, WIDTH - MARGIN, RULE), LINE, 2)
    font = _font(REGULAR, 31)
    lines = _cut(_wrapped(description, font), font)
    for number, line in enumerate(lines):
        pen.text((MARGIN, RULE + 56 + number * 42), line, FAINT, font, "ls")
    png = io.BytesIO()
    card.quantize(palette=_palette(), dither=Image.Dither.NONE).save(png, "PNG")
    return png.getvalue()


def _largest(title: str) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """Return the lines of a title in the largest font that it has room in."""
    for size in range(92, 44, -4):
        font = _font(BOLD, size)
        lines = _wrapped(title, font)
        if len(lines) * size <= ROOM and _cut(lines, font) == lines:
            break
    return _cut(lines, font), font


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return text as lines; one that is a single word may be too long."""
    lines: list[str] = []
    for word in text.split():
        if lines and _fits(f"{lines[-1]} {word}", font):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(lines: list[str], font: ImageFont.FreeTypeFont) -> list[str]:
    """Return three lines at most, within the margins; an ellipsis says what is cut."""
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
    # The other engine is not in each build of Pillow, and spaces letters differently.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> Image.Image:
    """Return the card's colours, each in steps from the ground, for smooth edges."""
    ground = ImageColor.getrgb(GROUND)
    logo = re.findall(r'fill="(#\w+)"', LOGO.read_text(encoding="utf-8"))
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
def _logo(size: int) -> Image.Image:
    """Return the site's logo, whose paths are polygons of absolute points."""
    svg = LOGO.read_text(encoding="utf-8")
    scale = size * 4 / int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    logo = Image.new("RGBA", (size * 4, size * 4), f"{GROUND}00")
    for colour, path in re.findall(r'fill="(#\w+)" d="M([\d. ]+)z"', svg):
        points = [float(each) * scale for each in path.split()]
        ImageDraw.Draw(logo).polygon(points, colour)
    return logo.resize((size, size), Image.Resampling.LANCZOS)  # smooths the edges
