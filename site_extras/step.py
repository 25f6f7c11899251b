"""The step over the built site: put into its pages what the builder left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import click
import jinja2
from markupsafe import Markup

from execdocs.build import Build
from site_extras import markers
from site_extras.cards import publish_card
from site_extras.facts import Facts, facts_of
from site_extras.generated import described, kind_of, retitled
from site_extras.head import Head, head_of, head_of_chapter
from site_extras.history import dates_of, read_history
from site_extras.page import Page, read_page
from site_extras.policy import policy
from site_extras.reading import minutes
from site_extras.search_index import split_index
from site_extras.settings import Settings
from site_extras.sitemap import date_sitemap
from site_extras.structured import structured_data
from site_extras.versions import versions_of

ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)
TEMPLATES = jinja2.Environment(
    loader=jinja2.PackageLoader("site_extras"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)


@dataclass(frozen=True)
class Additions:
    """What is put into a page; equal additions to equal HTML give the same page."""

    page: Page
    is_generated: bool
    policy: str  # empty for none
    head: Head
    facts: Facts | None  # None for a page that no author wrote


class Step:
    """The step; a server runs one again and again, and it keeps what stays the same."""

    def __init__(self) -> None:
        # By the name of a page: its HTML before, what was added, its HTML after.
        self._kept: dict[str, tuple[str, Additions, str]] = {}

    def run(
        self, settings: Settings, build: Build, *, with_policy: bool = True
    ) -> None:
        """Complete the site in the folder that the settings name.

        Args:
            settings: Those of the site.
            build: What its pages were made from.
            with_policy: Whether the pages get a policy. While MkDocs serves, they get
                none, because the script that it adds to reload a page is inline.

        Raises:
            click.ClickException: The folder does not hold the site, or a page does not
                have a marker.
        """
        built = _read_site(settings)
        sources = _sources(settings, built)
        pages = {
            name: read_page(name, html, sources.get(name), settings.name)
            for name, html in built.items()
        }
        chapters = {name: pages[name] for name in sources}
        history = read_history(settings.root)
        rules = policy() if with_policy else ""
        for name, page in pages.items():
            kind = kind_of(name)
            if name in chapters:
                used = versions_of(build, name)
                dates = dates_of(name, history)
                modified = dates[1] if dates else None
                facts = facts_of(page, settings, used, modified, pages)
                data = structured_data(page, settings, used, dates)
                head = head_of_chapter(page, settings, facts.markdown, data)
                publish_card(page, settings)
            else:
                page = described(page, kind, chapters) if kind else page
                facts, head = None, head_of(page, settings)
            additions = Additions(page, kind is not None, rules, head, facts)
            html = self._completed(name, built[name], additions)
            if html != built[name]:
                file = settings.site / f"{name}.html"
                file.write_text(html, encoding="utf-8")
        split_index(settings.site)
        date_sitemap(settings.site, settings.url, history)

    def _completed(self, name: str, html: str, additions: Additions) -> str:
        """Return a page with what is added to it, made anew only after a change."""
        kept = self._kept.get(name)
        if kept is None or kept[:2] != (html, additions):
            try:
                kept = html, additions, _complete(html, additions)
            except click.ClickException as error:
                raise click.ClickException(f"{name}.html: {error.message}") from None
            self._kept[name] = kept
        return kept[2]


def _complete(html: str, additions: Additions) -> str:
    if additions.is_generated:
        html = retitled(html, additions.page, additions.head.site_name)
    html = markers.fill(
        html, "policy", _rendered("policy.html", policy=additions.policy)
    )
    html = markers.fill(html, "head", _rendered("head.html", head=additions.head))
    if additions.facts:
        html = markers.fill(html, "facts", Markup())  # they are not content to read
        article = ARTICLE.search(html)
        if article is None:
            raise click.ClickException("no <article>, which holds the text of a page")
        facts = _rendered(
            "facts.html", facts=additions.facts, minutes=minutes(article[1])
        )
        html = markers.fill(html, "facts", facts)
    return html


def _rendered(template: str, **values: object) -> Markup:
    return Markup(TEMPLATES.get_template(template).render(values))


def _read_site(settings: Settings) -> dict[str, str]:
    """Return the HTML of all pages, by their names."""
    if not settings.site.is_dir():
        raise click.ClickException(
            f"{settings.site}: no such folder; build the site first, for example with "
            "`mkdocs build`"
        )
    return {
        path.relative_to(settings.site).with_suffix("").as_posix(): path.read_text(
            encoding="utf-8"
        )
        for path in sorted(settings.site.rglob("*.html"))
    }


def _sources(settings: Settings, built: dict[str, str]) -> dict[str, Path]:
    """Return the Markdown files that authors wrote, by the names of their pages."""
    sources = {
        path.relative_to(settings.docs).with_suffix("").as_posix(): path
        for path in sorted(settings.docs.rglob("*.md"))
    }
    sources = {name: path for name, path in sources.items() if name in built}
    if not sources:
        raise click.ClickException(
            f"{settings.site}: no page of {settings.docs}; build the site first, with "
            "`use_directory_urls: false`"
        )
    return sources
