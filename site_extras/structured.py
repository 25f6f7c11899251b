"""What a page is, in the vocabulary of schema.org."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from site_extras.page import Page
from site_extras.settings import Settings


def structured_data(
    page: Page,
    settings: Settings,
    versions: Sequence[str],
    dates: tuple[datetime.date, datetime.date] | None,
) -> dict[str, object]:
    """Return the home page as a web site, and each other page as an article of it."""
    site: dict[str, object] = {"@type": "WebSite", "name": settings.name}
    if settings.url:
        site["url"] = settings.url
    data: dict[str, object] = {"@context": "https://schema.org", "inLanguage": "en"}
    if page.description:
        data["description"] = page.description
    if page.is_home:
        return data | site
    data |= {
        "@type": "TechArticle",
        "headline": page.title,
        "proficiencyLevel": "Expert",  # the only other value is `Beginner`
        "isPartOf": site,
    }
    if versions:
        data["dependencies"] = ", ".join(versions)
    if dates:
        data["datePublished"] = dates[0].isoformat()
        data["dateModified"] = dates[1].isoformat()
    if page.url:
        data["url"] = page.url
    return data
