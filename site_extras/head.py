"""What search engines and social media read about a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_extras.cards import SIZE
from site_extras.page import Page
from site_extras.settings import Settings


@dataclass(frozen=True)
class Head:
    """The values of `templates/head.html`; an empty one is left out."""

    type: str
    site_name: str
    title: str
    description: str
    url: str
    card: str = ""  # the address of the picture, which has to be absolute
    card_size: tuple[int, int] = SIZE
    markdown: str = ""
    data: Mapping[str, object] | None = None  # in the vocabulary of schema.org


def head_of(page: Page, settings: Settings) -> Head:
    """Return what any page says, also a generated one or the page for errors."""
    return Head(
        type="website",
        site_name=settings.name,
        title=page.title,
        description=page.description or settings.description,
        url=page.url,
    )


def head_of_chapter(
    page: Page, settings: Settings, markdown: str, data: Mapping[str, object]
) -> Head:
    """Return what a page says that an author wrote."""
    return Head(
        type="website" if page.is_home else "article",
        site_name=settings.name,
        title=settings.name if page.is_home else page.title,
        description=page.description or settings.description,
        url=page.url,
        card=f"{settings.url}assets/cards/{page.name}.png" if settings.url else "",
        markdown=markdown,
        data=data,
    )
