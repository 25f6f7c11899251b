"""The MkDocs plugin: run what is stale before each build, add what is not Markdown.

All that makes pages is in the Markdown extension, which other builders use as well.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import click
import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from watchdog.observers.polling import PollingObserver

from execdocs.build import Build
from execdocs.editions.files import (
    publish_editions,
    publish_notebooks,
    publish_programs,
)
from execdocs.editions.notebook import Notebook, notebooks_of
from execdocs.editions.notebook_page import downloads, from_jupyter
from execdocs.editions.programs_page import programs_pages
from execdocs.kept_pages import KeptPages, settings_of
from execdocs.memory import Memory, remember
from execdocs.model.problem import Problem, Refused
from execdocs.model.project import Project
from execdocs.pages.html import lean
from execdocs.pages.page import Page
from execdocs.run.pool import Pool, usable

EXTENSION = "execdocs"


class ExecdocsPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """The plugin; see the module. A server keeps one from build to build."""

    build: Build | None = None  # the last one
    pool: Pool | None = None
    folder: tempfile.TemporaryDirectory[str] | None = None  # while pages are rendered
    memory: Memory
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin anew: MkDocs gives all commands of a process the same plugin.

        A server shows problems on the pages; elsewhere they end the build.
        """
        self.serving = command == "serve"
        self.build, self.pool, self.memory = None, None, Memory()

    def on_config(self, config: MkDocsConfig) -> None:
        """Add the extension, and tell it what it is part of."""
        self.project = Project(Path(config.config_file_path).resolve().parent)
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        config.mdx_configs[EXTENSION] = {
            "root": str(self.project.root),
            "tolerant": self.serving,
        }

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read the project, run what is stale, and look for mistakes."""
        if config.use_directory_urls:
            message = "`use_directory_urls` is on; links between editions need it off"
            raise Refused.at(Path(config.config_file_path).name, message)
        first = self.pool is None
        self.pool = self.pool or Pool(self.project)
        self.build = Build.load(self.project, self.pool, retry=first, before=self.build)
        if self.serving:
            # For the next save; the reader still reads.
            programs = self.build.programs.values()
            self.pool.start(usable(programs), programs)
        else:
            self.pool.close()
        if self.build.problems and not self.serving:
            raise Refused(*self.build.problems)
        for problem in self.build.problems:
            click.secho(f"Error: {problem}", fg="red", err=True)

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Look for saved files ten times a second; MkDocs does so twice."""
        watched = [*server._watched_paths]
        for path in watched:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=0.1)
        for path in watched:
            server.watch(path)

    @event_priority(100)  # before mkdocs-jupyter, which takes the notebooks
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the notebooks and the programs as pages of their own."""
        build = self._build
        self.notebooks = [
            notebook
            for page in build.pages.values()
            for notebook in self._notebooks(page, config.site_url or "")
        ]
        # For mkdocs-jupyter to read.
        self.folder = tempfile.TemporaryDirectory(prefix="execdocs-")
        for notebook in self.notebooks:
            if notebook.is_first:
                path = Path(self.folder.name, notebook.uri)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(notebook.text, encoding="utf-8")
                place = config.site_dir, config.use_directory_urls
                files.append(File(notebook.uri, self.folder.name, *place))
        for uri, text in programs_pages(build, _colab(config)).items():
            files.append(File.generated(config, uri, content=text))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Note the pages, in their order, by the titles of their sections."""
        folder = self.project.root / ".cache" / "pages"
        self.kept = KeptPages(folder, settings_of(config, files))
        self.sections: dict[str, list[str]] = {}
        for page in nav.pages:
            if page.file.src_uri in self._build.pages:
                section = page.parent.title if page.parent else config.site_name
                self.sections.setdefault(section, []).append(page.file.src_uri)

    @event_priority(-100)  # after mkdocs-jupyter, which has its own way to render
    def on_pre_page(self, page: SitePage, **_: object) -> SitePage:
        """Have the page rendered only if anything changed that it is made from."""
        render = page.render

        def render_site_page(config: MkDocsConfig, files: Files) -> None:
            render(config, files)
            page.content = lean(self._content(page, config))

        def render_or_restore(config: MkDocsConfig, files: Files) -> None:
            made_from = self._made_from(page.file.src_uri, config)
            if made_from is None:  # something is wrong, and the page says so
                render_site_page(config, files)
            else:
                self.kept.render(page, config, files, made_from, render_site_page)

        page.render = render_or_restore  # type: ignore[method-assign]
        return page

    def on_page_markdown(
        self, markdown: str, page: SitePage, config: MkDocsConfig, **_: object
    ) -> None:
        """Tell the extension which page it is going to work on."""
        text = page.file.content_string
        config.mdx_configs[EXTENSION] |= {
            "build": self._build,
            "place": f"docs/{page.file.src_uri}",
            "offset": text.count("\n") - markdown.count("\n"),
            "site_root": _root(page),
            "is_generated": page.file.generated_by is not None,
        }

    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> None:
        """While serving, make again only what shows a change."""
        if self.serving:
            remember(self.memory, env, config, files)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what stands beside the pages."""
        site = Path(config.site_dir)
        publish_programs(self._build, site)
        publish_notebooks(self.notebooks, site)
        publish_editions(
            self._build,
            self.memory,
            self.sections,
            site,
            name=config.site_name,
            summary=config.site_description or "",
            address=config.site_url or "",
        )
        self.kept.forget()
        self._delete_folder()

    def on_shutdown(self) -> None:
        """End all that the plugin started."""
        if self.pool:
            self.pool.close()
        self._delete_folder()

    def on_build_error(self, error: Exception) -> None:
        """End the servers of a build that fails; `mkdocs serve` goes on."""
        if self.serving:
            self._delete_folder()
        else:
            self.on_shutdown()

    def _delete_folder(self) -> None:
        # Between two builds a server has none, so that none is left if it is killed.
        if self.folder:
            self.folder.cleanup()
            self.folder = None

    def _made_from(self, uri: str, config: MkDocsConfig) -> list[str] | None:
        """Return what a page depends on besides its text; None if it has a problem."""
        build, page = self._build, self._build.pages.get(uri)
        if page is None:  # a generated page
            return [_colab(config) or "", *(each.uri for each in self.notebooks)]
        if page.faults or len(build.shown[uri]) < len(page.blocks):
            return None
        return [*build.made_from(page)]

    def _notebooks(self, page: Page, site: str) -> list[Notebook]:
        build = self._build
        return self.memory.once(
            f"notebooks of {page.uri}",
            (site, build.made_from(page)),
            lambda: notebooks_of(build, page, site),
        )

    def _content(self, page: SitePage, config: MkDocsConfig) -> str:
        """Return the content of a page; of a notebook, as the site shows pages."""
        content, root = page.content or "", _root(page)
        uri = page.file.src_uri
        shown = next((each for each in self.notebooks if each.uri == uri), None)
        if shown is None:
            return content
        same = (each for each in self.notebooks if each.page == shown.page)
        links = downloads(same, root, _colab(config))
        html = from_jupyter(content, shown, root, links)
        # On the site itself, its links stay within, wherever it is opened from.
        return html.replace(f'href="{config.site_url or root}', f'href="{root}')

    @property
    def _build(self) -> Build:
        if self.build is None:
            raise Refused(Problem("mkdocs.yml", "no build has begun"))
        return self.build


def _root(page: SitePage) -> str:
    """Return the relative address of the site's root, on a page."""
    return "../" * page.url.count("/")


def _colab(config: MkDocsConfig) -> str | None:
    """Return what Colab's address for a file of the published site begins with."""
    repository = re.match(
        r"https://github\.com/([\w.-]+/[\w.-]+)", config.repo_url or ""
    )
    if repository is None:
        return None
    place = f"{repository[1].removesuffix('.git')}/blob/{config.remote_branch}"
    return f"https://colab.research.google.com/github/{place}/"
