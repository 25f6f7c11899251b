"""What a page says about itself to its readers.

A fact that needs a date, the address of the site or that of its repository is left out
where there is none.
"""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from site_extras.generated import KINDS
from site_extras.page import Page
from site_extras.settings import Settings

EDIT = "edit/main/docs/"  # below the address of the repository


@dataclass(frozen=True)
class Link:
    """A link to something else about a page."""

    title: str
    url: str


@dataclass(frozen=True)
class Facts:
    """What a page says about itself; its links are as seen from the page."""

    versions: tuple[str, ...]  # `Keras 3.15.1`, then the backends, then Python
    modified: datetime.date | None
    editions: tuple[Link, ...]
    markdown: str  # where the page is as plain Markdown
    edit: str  # where to edit the page, or empty
    report: str  # where to report a problem, or empty

    @property
    def date(self) -> str:
        """The date of the last commit, for people."""
        day = self.modified
        return f"{day.day} {day:%B} {day.year}" if day else ""


def facts_of(
    page: Page,
    settings: Settings,
    versions: tuple[str, ...],
    modified: datetime.date | None,
    names: Collection[str],
) -> Facts:
    """Return the facts about a page.

    Args:
        page: A page that an author wrote.
        settings: Those of the site.
        versions: What the programs of the page were run on.
        modified: The date of the last commit, if it is known.
        names: The names of all pages of the site.
    """
    repository = settings.repository
    return Facts(
        versions=versions,
        modified=modified,
        editions=tuple(_editions(page, names)),
        markdown=markdown_of(page),
        edit=f"{repository}/{EDIT}{page.name}.md" if repository else "",
        report=_report(page, versions, repository) if repository else "",
    )


def markdown_of(page: Page) -> str:
    """Return the address of a page as plain Markdown, which lies beside the page."""
    return f"{posixpath.basename(page.name)}.md"


def _editions(page: Page, names: Collection[str]) -> Iterator[Link]:
    """Yield links to the editions of a page that the site has."""
    here = posixpath.dirname(page.name) or "."
    for kind in KINDS:
        name = f"{kind.folder}/{page.name}"
        if name in names:
            yield Link(kind.label, posixpath.relpath(f"{name}.html", here))
    yield Link("Markdown", markdown_of(page))


def _report(page: Page, versions: tuple[str, ...], repository: str) -> str:
    """Return the address of the form for a new issue, filled in as far as possible."""
    fields = {
        "template": "page.yml",  # in .github/ISSUE_TEMPLATE; it names the other fields
        "title": f"{page.title}: ",
        "page": page.url or f"{page.name}.html",
        "versions": ", ".join(versions),
    }
    return f"{repository}/issues/new?{urlencode(fields)}"
