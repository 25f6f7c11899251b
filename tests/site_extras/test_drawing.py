"""A card shows its texts, whatever their length, and is the same each time."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from site_extras import cards

ROOT = Path(__file__).parent.parent.parent
ASSETS = ROOT / "docs/assets"
NAME = "Keras layers by subclassing"
TEXTS = (NAME, "Losses made inside a layer", "Add to the loss.")
LONG = {
    "words": "A title of many words " * 40,
    "one word": "Unpronounceable" * 40,
    "wide letters": "WWWWW MMMMM " * 40,
}
DRAW = f"""
import sys
from pathlib import Path
from site_extras import cards
sys.stdout.buffer.write(cards.draw(Path({str(ASSETS)!r}), *{TEXTS!r}))
"""


def ink(png):
    """Return the box that is drawn in."""
    card = Image.open(io.BytesIO(png)).convert("RGB")
    ground = Image.new("RGB", card.size, cards.GROUND)
    return ImageChops.difference(card, ground).getbbox()


def test_another_process_draws_a_card_with_the_same_bytes():
    cards.draw(ASSETS, NAME, "A card before", "It fills the caches of this process.")
    other = subprocess.run(
        [sys.executable, "-c", DRAW],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
    )
    assert other.stdout == cards.draw(ASSETS, *TEXTS)


@pytest.mark.parametrize("place", range(3))
def test_a_card_shows_each_of_its_texts(place):
    other = [*TEXTS]
    other[place] = "Something else"
    assert cards.draw(ASSETS, *TEXTS) != cards.draw(ASSETS, *other)


@pytest.mark.parametrize("kind", LONG)
def test_long_texts_stay_within_the_margins(kind):
    left, top, right, bottom = ink(cards.draw(ASSETS, NAME, LONG[kind], LONG[kind]))
    assert min(left, top, 1200 - right, 630 - bottom) >= 40
    assert right > 1000  # they use the room that there is


def test_a_long_title_leaves_the_name_and_the_description_alone():
    """Above and below the title, the card is the same as with a short one."""
    short, long = (
        Image.open(io.BytesIO(cards.draw(ASSETS, NAME, title, "About."))).convert("RGB")
        for title in ("Short", LONG["words"])
    )
    _, top, _, bottom = ImageChops.difference(short, long).getbbox()
    assert cards.MARGIN + 50 < top < bottom < cards.RULE


def test_a_card_that_was_drawn_before_is_not_drawn_again(tmp_path, monkeypatch):
    first = cards.keep(ASSETS, tmp_path, TEXTS)
    assert first.read_bytes() == cards.draw(ASSETS, *TEXTS)
    monkeypatch.setattr(cards, "draw", None)
    assert cards.keep(ASSETS, tmp_path, TEXTS) == first
    with pytest.raises(TypeError):
        cards.keep(ASSETS, tmp_path, (NAME, "Another", "About."))
