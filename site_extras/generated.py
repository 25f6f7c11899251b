"""Titles and descriptions of the pages that are made from those of authors."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

import click
from markupsafe import Markup

from site_extras.page import TITLE, Page

DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*">')
# Material's header shows the title as soon as the heading is out of sight.
TOPIC = re.compile(
    r'(?<=data-md-component="header-topic">)\s*<span class="md-ellipsis">[^<]*</span>'
)


@dataclass(frozen=True)
class Kind:
    """One kind of generated page, in the folder of that name."""

    folder: str
    label: str
    description: str


KINDS = (
    Kind(
        "notebooks",
        "Notebook",
        "The chapter “{title}” as a notebook to download, with every output.",
    ),
    Kind(
        "programs",
        "Programs",
        "The programs of the chapter “{title}”, each of them whole.",
    ),
)


def kind_of(name: str) -> Kind | None:
    """Return the kind of a generated page; None for a page that an author wrote."""
    return next((kind for kind in KINDS if name.startswith(f"{kind.folder}/")), None)


def chapter_of(name: str) -> str:
    """Return the name of the page that a page belongs to, which may be the same one."""
    kind = kind_of(name)
    return name.removeprefix(f"{kind.folder}/") if kind else name


def described(page: Page, kind: Kind, chapters: Mapping[str, Page]) -> Page:
    """Return a generated page with a title and a description of its own."""
    chapter = chapters.get(chapter_of(page.name))
    about = chapter.title if chapter else page.title.removeprefix(f"{kind.label}: ")
    has_label = page.title.startswith(f"{kind.label}: ")
    return dataclasses.replace(
        page,
        title=page.title if has_label else f"{kind.label}: {about}",
        description=kind.description.format(title=about),
    )


def retitled(html: str, page: Page, site_name: str) -> str:
    """Return the HTML of a page with its title and description where they belong.

    Raises:
        click.ClickException: The builder made no place for one of them.
    """
    contents = (
        (TITLE, Markup("<title>{} - {}</title>").format(page.title, site_name)),
        (
            DESCRIPTION,
            Markup('<meta name="description" content="{}">').format(page.description),
        ),
        (TOPIC, Markup('<span class="md-ellipsis">{}</span>').format(page.title)),
    )
    for pattern, content in contents:
        html, count = pattern.subn(content.replace("\\", r"\\"), html, count=1)
        if not count:
            raise click.ClickException(
                f"nothing looks like `{content}`; adapt site_extras/generated.py to "
                "the theme"
            )
    return html
