"""Each page has a picture of its own, for where people share a link to it."""

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.site.conftest import SITE_URL


@pytest.fixture(scope="module")
def names(chapters):
    return [name.removesuffix(".md") for name in chapters]


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
