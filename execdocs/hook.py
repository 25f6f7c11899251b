"""MkDocs hook: run what is stale before each build, and name the page being rendered.

All else is in the Markdown extension, which other builders can use as well.
"""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path

# The `mkdocs` command does not look for modules in the project's root.
sys.path.insert(0, str(Path(__file__).parent.parent))

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from execdocs import extension
from execdocs.compose import audit, versions
from execdocs.notebook import write_notebooks
from execdocs.problem import Problem, together
from execdocs.project import Project
from execdocs.refresh import read_programs, refresh
from execdocs.run import Runner

serving = False
runner: Runner | None = None  # while serving, kept warm from build to build


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


@event_priority(100)  # before mkdocs-jupyter, which renders them
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the notebooks as pages of their own."""
    project = _project(config)
    for path in write_notebooks(project):
        uri = path.relative_to(project.work).as_posix()
        place = config.site_dir, config.use_directory_urls
        files.append(File(uri, str(project.work), *place))
    return files


def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Tell the extension which page it works on; link the page's notebook."""
    uri = page.file.src_uri
    text = page.file.content_string
    extension.current_page.place = f"docs/{uri}"
    extension.current_page.offset = text.count("\n") - markdown.count("\n")
    if uri.startswith("notebooks/"):
        page.meta["search"] = {"exclude": True}  # the chapter is found already
    return markdown + _footer(_project(config), page, files)


def _footer(project: Project, page: Page, files: Files) -> str:
    """Return on what the programs of a page were run, and a link to its notebook."""
    uri = page.file.src_uri
    notebook = files.get_file_from_path(f"notebooks/{uri.removesuffix('.md')}.ipynb")
    if notebook is None:
        return ""
    target = posixpath.relpath(notebook.src_uri, posixpath.dirname(uri) or ".")
    return (
        f"\n\n---\n\nThe programs of this page were run on "
        f"{', '.join(versions(project, project.docs / uri))}. "
        f"[Open them as a notebook]({target}).\n"
    )


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
