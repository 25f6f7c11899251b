"""The places in a page that its template leaves for this step."""

from __future__ import annotations

import click
from markupsafe import Markup

# Where a template of the site leaves each marker.
TEMPLATES = {
    "policy": "overrides/main.html",
    "head": "overrides/main.html",
    "facts": "overrides/partials/content.html",
}


def fill(html: str, name: str, content: Markup) -> str:
    """Return a page with that content after a marker, in place of any earlier one.

    Raises:
        click.ClickException: The page does not have the marker.
    """
    begin, end = f"<!-- site-extras: {name} -->", f"<!-- /site-extras: {name} -->"
    if begin not in html:
        raise click.ClickException(
            f"no marker `{begin}`; put it into {TEMPLATES[name]}, and build again"
        )
    before, _, after = html.partition(begin)
    if end in after:
        after = after.partition(end)[2]
    return f"{before}{begin}{content}{end}{after}"
