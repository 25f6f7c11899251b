"""What a page is, in the words of schema.org."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def structured_data(
    page: Page,
    config: MkDocsConfig,
    versions: Sequence[str],
    dates: tuple[datetime.date, datetime.date] | None,
) -> dict[str, object]:
    """Return the home page as a web site, and each other page as an article of it."""
    site: dict[str, object] = {"@type": "WebSite", "name": config.site_name}
    if config.site_url:
        site["url"] = config.site_url
    data: dict[str, object] = {"@context": "https://schema.org", "inLanguage": "en"}
    if description := page.meta.get("description"):
        data["description"] = description
    if page.is_homepage:
        return data | site
    data |= {
        "@type": "TechArticle",
        "headline": page.meta.get("title", page.title),
        "proficiencyLevel": "Expert",  # the other of the two is for beginners
        "isPartOf": site,
    }
    if versions:
        data["dependencies"] = ", ".join(versions)
    if dates:
        data["datePublished"] = dates[0].isoformat()
        data["dateModified"] = dates[1].isoformat()
    if page.canonical_url:
        data["url"] = page.canonical_url
    return data
