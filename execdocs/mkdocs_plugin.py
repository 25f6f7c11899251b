"""MkDocs hook: run what is stale before each build, and add what is not Markdown.

All that makes pages is in the Markdown extension, which other builders use as well.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# The `mkdocs` command does not look for modules in the project's root.
sys.path.insert(0, str(Path(__file__).parent.parent))

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from execdocs import extension
from execdocs.editions.files import (
    publish_editions,
    publish_notebooks,
    publish_programs,
)
from execdocs.editions.notebook import Notebook, write_notebooks
from execdocs.editions.notebook_page import downloads, from_jupyter, lean
from execdocs.editions.programs_page import listings
from execdocs.model.problem import Problem, together
from execdocs.model.project import Project
from execdocs.pages.audit import audit
from execdocs.run.pool import Runner
from execdocs.run.stale import read_programs, refresh

serving = False
runner: Runner | None = None  # while serving, kept warm from build to build
notebooks: list[Notebook] = []
sections: dict[str, list[str]] = {}


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether problems are shown on the pages, or end the build."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Add the extension, which could not be imported before this file was."""
    config.markdown_extensions.append("execdocs.extension")
    root = str(_project(config).root)
    config.mdx_configs["execdocs.extension"] = {"root": root, "tolerant": serving}


def on_pre_build(config: MkDocsConfig) -> None:
    """Run what is stale, and look for mistakes in programs and pages."""
    global runner
    project = _project(config)
    first = runner is None
    runner = runner or Runner(project)
    if serving:
        runner.warm(read_programs(project)[0])  # while the reader still reads
    _, failed = refresh(project, runner, retry=first)
    if not serving:
        runner.close()
    problems = together(audit(project), failed)
    if problems and not serving:
        raise Problem(*problems)
    for problem in problems:
        click.secho(f"Error: {problem}", fg="red", err=True)


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Look for saved files ten times a second; MkDocs does so twice."""
    watched = [*server._watched_paths]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    for path in watched:
        server.watch(path)


@event_priority(100)  # before mkdocs-jupyter, which renders the notebooks
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the notebooks and the programs as pages of their own."""
    global notebooks
    project = _project(config)
    notebooks = write_notebooks(project, config.site_url or "")
    for notebook in notebooks:
        if notebook.is_first:
            place = config.site_dir, config.use_directory_urls
            files.append(File(notebook.uri, str(project.work), *place))
    texts = listings(project, read_programs(project)[0], _colab(config))
    for uri, text in texts.items():
        files.append(File.generated(config, uri, content=text))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> None:
    """Note the pages, in their order, by the titles of their sections."""
    sections.clear()
    docs = _project(config).docs
    for page in nav.pages:
        if Path(page.file.abs_src_path or "").is_relative_to(docs):
            section = page.parent.title if page.parent else config.site_name
            sections.setdefault(section, []).append(page.file.src_uri)


def on_page_markdown(markdown: str, page: Page, **_: object) -> None:
    """Tell the extension which page it works on."""
    uri = page.file.src_uri
    text = page.file.content_string
    extension.current_page = extension.Page(
        place=f"docs/{uri}",
        offset=text.count("\n") - markdown.count("\n"),
        root=_root(page),
        is_generated=page.file.generated_by is not None,
    )


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Make the page small, and a notebook one of the site's pages."""
    shown = next((each for each in notebooks if each.uri == page.file.src_uri), None)
    if shown is not None:
        same = (each for each in notebooks if each.page == shown.page)
        links = downloads(same, _root(page), _colab(config))
        html = from_jupyter(html, shown.path, _root(page), links)
        # On the site itself, its links stay within, wherever it is opened from.
        site = config.site_url or _root(page)
        html = html.replace(f'href="{site}', f'href="{_root(page)}')
    return lean(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages."""
    project, site = _project(config), Path(config.site_dir)
    publish_programs(project, read_programs(project)[0], site)
    publish_notebooks(notebooks, site)
    publish_editions(
        project,
        sections,
        site,
        name=config.site_name,
        summary=config.site_description or "",
        address=config.site_url or "",
    )


def _root(page: Page) -> str:
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


def on_shutdown() -> None:
    """End the warm processes."""
    if runner:
        runner.close()


def on_build_error(error: Exception) -> None:
    """End the warm processes of a build that fails; a server goes on."""
    if not serving:
        on_shutdown()


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).resolve().parent)
