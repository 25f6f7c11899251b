"""What a server made for an earlier build, and need not make again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

Made = TypeVar("Made")


class Memory:
    """Keeps the last result of each piece of work, with what it was made from."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Hashable, object]] = {}

    def once(self, name: str, made_from: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` returns, or returned before for the same input.

        Args:
            name: Of the piece of work; only its last result is kept.
            made_from: All that the result depends on.
            make: Makes the result.
        """
        kept = self._kept.get(name)
        if kept is None or kept[0] != made_from:
            kept = self._kept[name] = made_from, make()
        return cast("Made", kept[1])


def remember(
    memory: Memory, env: jinja2.Environment, config: MkDocsConfig, files: Files
) -> None:
    """Put a page into its template, and read it for the search, only if it changed.

    Args:
        memory: Where what was made is kept.
        env: The templates of the site.
        config: The settings of the site.
        files: Its files, whose pages are rendered.
    """
    pages = [file.page for file in files.documentation_pages() if file.page]
    navigation = tuple((page.url, page.title, repr(page.toc)) for page in pages)
    custom = Path(config.theme.custom_dir or "overrides")
    changed = tuple(path.stat().st_mtime_ns for path in sorted(custom.rglob("*")))
    templates = _Templates(memory, env, (navigation, changed))
    env.get_template = templates  # type: ignore[method-assign, assignment]
    search = config.plugins.get("material/search")
    if search is not None:
        _keep_search_entries(memory, search.search_index)


class _Templates:
    """Templates that render a page only if something changed that it shows."""

    def __init__(self, memory: Memory, env: jinja2.Environment, site: Hashable) -> None:
        """Take what every page shows, such as the navigation."""
        self.memory = memory
        self.get = env.get_template
        self.site = site

    def __call__(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """Return a template, as `Environment.get_template` does."""
        return _Template(self, name, self.get(name, *args, **kwargs))


class _Template:
    def __init__(self, templates: _Templates, name: str, made: jinja2.Template) -> None:
        self.templates = templates
        self.name = name
        self.made = made

    def __getattr__(self, name: str) -> Any:
        return getattr(self.made, name)

    def render(self, *args: Any, **kwargs: Any) -> str:
        page = args[0].get("page") if args else None
        if not isinstance(page, Page):
            return self.made.render(*args, **kwargs)
        made_from = self.templates.site, page.title, page.content, repr(page.meta)
        return self.templates.memory.once(
            f"{self.name} of {page.file.src_uri}",
            made_from,
            lambda: self.made.render(*args, **kwargs),
        )


def _keep_search_entries(memory: Memory, index: Any) -> None:
    """Have Material's search read a page again only if its content changed."""
    add = index.add_entry_from_context

    def add_or_restore(page: Page) -> None:
        def entries() -> list[dict[str, Any]]:
            before = len(index.entries)
            add(page)
            made = index.entries[before:]
            del index.entries[before:]
            return cast("list[dict[str, Any]]", made)

        made_from = page.content, page.title, page.url, repr(page.meta)
        kept = memory.once(f"search of {page.file.src_uri}", made_from, entries)
        index.entries += [dict(entry) for entry in kept]

    index.add_entry_from_context = add_or_restore
