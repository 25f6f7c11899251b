"""Date the pages in the sitemap.

A builder knows only the date of the build, and a search engine that finds every page
changed each day stops believing it. A page without a date of its own gets none.
"""

from __future__ import annotations

import datetime
import gzip
import html
import re
from collections.abc import Mapping
from pathlib import Path

from site_extras.generated import chapter_of
from site_extras.history import dates_of

ENTRY = re.compile(r"<loc>(?P<url>[^<]*)</loc>(?:\s*<lastmod>[^<]*</lastmod>)?")


def date_sitemap(
    site: Path, address: str, history: Mapping[str, list[datetime.date]]
) -> None:
    """Write into the sitemap when each page was last committed.

    Args:
        site: The folder of the built site.
        address: Its address, which all entries begin with.
        history: What `read_history` returned.
    """
    file = site / "sitemap.xml"
    if not file.exists():
        return

    def dated(entry: re.Match[str]) -> str:
        path = html.unescape(entry["url"]).removeprefix(address)
        dates = dates_of(chapter_of(path.removesuffix(".html")), history)
        loc = f"<loc>{entry['url']}</loc>"
        return f"{loc}\n    <lastmod>{dates[1]}</lastmod>" if dates else loc

    text = ENTRY.sub(dated, file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    packed = file.with_suffix(".xml.gz")
    if packed.exists():
        # Without a time, the same sitemap always has the same bytes.
        packed.write_bytes(gzip.compress(text.encode(), mtime=0))
