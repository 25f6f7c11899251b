"""A page of the built site, as far as this step has to know it."""

from __future__ import annotations

import functools
import html
import re
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils.meta import get_data

TITLE = re.compile(r"<title>([^<]*)</title>")
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


@dataclass(frozen=True)
class Page:
    """What a page is called, and where it is."""

    name: str  # its path in the site without the ending: `layers/losses`
    title: str
    description: str  # of its own; it may be empty
    url: str  # its canonical address; empty where the site has no address

    @property
    def is_home(self) -> bool:
        """Whether this is the home page."""
        return self.name == "index"


def read_page(name: str, built: str, source: Path | None, site_name: str) -> Page:
    """Return a page.

    Args:
        name: Its path in the site, without the ending.
        built: Its HTML.
        source: The Markdown file that an author wrote; None for a generated page.
        site_name: The name of the site, which the builder appends to titles.
    """
    meta = _front_matter(source.read_text(encoding="utf-8-sig")) if source else {}
    title = TITLE.search(built)
    canonical = CANONICAL.search(built)
    from_html = html.unescape(title[1]) if title else name
    return Page(
        name=name,
        title=str(meta.get("title") or from_html.removesuffix(f" - {site_name}")),
        description=str(meta.get("description") or ""),
        url=html.unescape(canonical[1]) if canonical else "",
    )


@functools.lru_cache(maxsize=512)
def _front_matter(text: str) -> dict[str, object]:
    return get_data(text)[1]
