"""Each page has a picture of its own, for where people share a link to it."""

import io
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from PIL import Image, ImageChops

from hooks import cards
from tests.site.conftest import SITE_URL

LONG = {
    "words": "A title of many words " * 40,
    "one word": "Unpronounceable" * 40,
    "wide letters": "WWWWW MMMMM " * 40,
}
NAME = "Keras layers by subclassing"


@pytest.fixture(scope="module")
def names(chapters):
    return [name.removesuffix(".md") for name in chapters]


def ink(png):
    """Return the box that is drawn in."""
    card = Image.open(io.BytesIO(png)).convert("RGB")
    return ImageChops.difference(card, Image.new("RGB", card.size, "#1d1b2e")).getbbox()


def test_each_page_has_a_card_and_nothing_else_has(site, names):
    found = (site / "assets/cards").rglob("*.*")
    assert sorted(path.relative_to(site).as_posix() for path in found) == sorted(
        f"assets/cards/{name}.png" for name in names
    )


def test_cards_are_small_and_of_the_expected_size(site, names):
    for name in names:
        path = site / f"assets/cards/{name}.png"
        with Image.open(path) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630)), name
        assert path.stat().st_size < 60_000, name


def test_no_two_cards_are_alike(site, names):
    every = {(site / f"assets/cards/{name}.png").read_bytes() for name in names}
    assert len(every) == len(names)


def test_pages_name_their_cards(site, names):
    for name in names:
        html = (site / f"{name}.html").read_text("utf-8")
        image = BeautifulSoup(html, "html.parser").select_one('[property="og:image"]')
        assert image["content"] == urljoin(SITE_URL, f"assets/cards/{name}.png")


def test_a_card_is_drawn_with_the_same_bytes_each_time():
    text = NAME, "Losses made inside a layer", "Add to the loss."
    assert cards.draw(*text) == cards.draw(*text)


@pytest.mark.parametrize("place", range(3))
def test_a_card_shows_each_of_its_texts(place):
    text = [NAME, "Losses made inside a layer", "Add to the loss."]
    other = [*text]
    other[place] = "Something else"
    assert cards.draw(*text) != cards.draw(*other)


@pytest.mark.parametrize("kind", LONG)
def test_long_texts_stay_within_the_margins(kind):
    left, top, right, bottom = ink(cards.draw(NAME, LONG[kind], LONG[kind]))
    assert min(left, top, 1200 - right, 630 - bottom) >= 40
    assert right > 1000  # and use the room that there is


def test_a_long_title_leaves_the_name_and_the_description_alone():
    """Above and below its room, the card is the same as with a short title."""
    short, long = (
        Image.open(io.BytesIO(cards.draw(NAME, title, "About."))).convert("RGB")
        for title in ("Short", LONG["words"])
    )
    _, top, _, bottom = ImageChops.difference(short, long).getbbox()
    assert cards.MARGIN + 50 < top < bottom < cards.RULE


def test_a_card_that_was_drawn_before_is_not_drawn_again(tmp_path, monkeypatch):
    monkeypatch.setattr(cards, "KEPT", tmp_path)
    first = cards.keep(NAME, "Losses", "About.")
    monkeypatch.setattr(cards, "draw", None)
    assert cards.keep(NAME, "Losses", "About.") == first
    with pytest.raises(TypeError):
        cards.keep(NAME, "Another", "About.")
