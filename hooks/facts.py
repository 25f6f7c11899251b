"""MkDocs hook: what a page says about itself, to readers and to machines.

Templates find it in `page.meta.facts`. What needs a date, the address of the site or
that of its repository is left out where there is none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from execdocs.model.project import Project
from execdocs.pages.audit import versions
from hooks.history import dates_of, read_history
from hooks.reading import minutes
from hooks.structured import structured_data

NAMES = {
    "keras": "Keras",
    "tf-keras": "tf-keras",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
    "torch": "PyTorch",
    "Python": "Python",
}

# What else there is of a page: how readers call it, and where it is.
EDITIONS = (
    ("Notebook", "notebooks/{name}.html"),
    ("Programs", "programs/{name}.html"),
)

# Generated pages by the beginning of their addresses: their titles and descriptions.
GENERATED = {
    "notebooks/": (
        "Notebook: {title}",
        "The chapter “{title}” as a notebook to download, with every output.",
    ),
    "programs/": (
        "Programs: {title}",
        "The programs of the chapter “{title}”, each of them whole.",
    ),
}


@dataclass(frozen=True)
class Link:
    """A link to something else about a page."""

    title: str
    url: str


@dataclass(frozen=True)
class Facts:
    """What a page says about itself."""

    versions: tuple[str, ...]  # `Keras 3.15.1`, then the backends, then Python
    modified: datetime.date | None
    minutes: int
    editions: tuple[Link, ...]
    markdown: str  # the address of the page as plain Markdown
    report: str  # where to report a problem, or nothing
    data: Mapping[str, object]  # for machines

    @property
    def date(self) -> str:
        """The date of the last commit, for people."""
        day = self.modified
        return f"{day.day} {day:%B} {day.year}" if day else ""


def on_config(config: MkDocsConfig) -> None:
    """Say where a page is edited; without a repository, MkDocs would complain."""
    if config.repo_url:
        config.edit_uri = "edit/main/docs/"


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Date and describe all pages, which are rendered by now but not in templates."""
    env.trim_blocks = env.lstrip_blocks = True  # pages weigh less
    project = Project(Path(config.config_file_path).resolve().parent)
    history = read_history(project.root)
    addresses = {file.dest_uri: file.url for file in files}
    all_pages = [file.page for file in files.documentation_pages() if file.page]
    titles = {_name(page): _title(page) for page in all_pages if not _kind(page)}
    for page in all_pages:
        name, kind = _name(page), _kind(page)
        dates = dates_of(name, history)
        # For the sitemap; MkDocs would give the date of the build, and wants some date.
        page.update_date = dates[1].isoformat() if dates else "1970-01-01"
        page.meta["dated"] = bool(dates)
        if kind:
            chapter = titles.get(name, _title(page))
            title, description = GENERATED[kind]
            page.meta.setdefault("title", title.format(title=chapter))
            page.meta.setdefault("description", description.format(title=chapter))
            page.meta["search"] = {"exclude": True}  # the chapter is found already
            continue
        used = _named(versions(project, project.docs / page.file.src_uri))
        page.meta["facts"] = Facts(
            versions=used,
            modified=dates[1] if dates else None,
            minutes=minutes(page.content),
            editions=tuple(_editions(name, addresses)),
            markdown=_markdown(name),
            report=_report(page, used, config) if config.repo_url else "",
            data=structured_data(page, config, used, dates),
        )


def _kind(page: Page) -> str:
    """Return the beginning of a generated page's address, or nothing."""
    return next((each for each in GENERATED if page.url.startswith(each)), "")


def _name(page: Page) -> str:
    """Return what all editions of a page share: `layers/losses`."""
    return page.file.dest_uri.removeprefix(_kind(page)).removesuffix(".html")


def _title(page: Page) -> str:
    """Return what a page calls itself; the navigation may be briefer."""
    return str(page.meta.get("title", page.title))


def _named(used: list[str]) -> tuple[str, ...]:
    """Return versions by the names that readers know, Keras first and Python last."""
    by_package = dict(each.rsplit(" ", 1) for each in used)
    return tuple(
        f"{title} {by_package[package]}"
        for package, title in NAMES.items()
        if package in by_package
    )


def _markdown(name: str) -> str:
    """Return the address of a page as plain Markdown; every page has it."""
    return f"{name}.md"


def _editions(name: str, addresses: Mapping[str, str]) -> Iterator[Link]:
    """Yield links to those editions of a page that there are."""
    for title, address in EDITIONS:
        if url := addresses.get(address.format(name=name)):
            yield Link(title, url)
    yield Link("Markdown", _markdown(name))


def _report(page: Page, used: tuple[str, ...], config: MkDocsConfig) -> str:
    """Return the address of an issue that is filled in as far as it can be."""
    place = page.canonical_url or page.url
    body = f"Page: {place}\nVerified on: {', '.join(used)}\n\nWhat is wrong:\n"
    query = urlencode({"title": f"{_title(page)}: ", "body": body})
    return f"{config.repo_url.rstrip('/')}/issues/new?{query}"
