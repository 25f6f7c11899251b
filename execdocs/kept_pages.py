"""Keep rendered pages of MkDocs, by the bytes that they are made from.

Most of a build goes into rendering pages that are the same as the last time. What a
page became is kept under a name that stands for all it depends on, so it is never out
of date, builds of one checkout can share it, and it may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import json
import logging
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

PACKAGES = ("keras", "markdown", "mkdocs", "mkdocs-jupyter", "pygments", "tensorflow")
ADDRESS = re.compile(" at 0x[0-9a-f]+")  # of a function: each process has another
FORGET_AFTER = 30 * 24 * 3600  # seconds since a page was last of use


class KeptPages:
    """The rendered pages in a folder."""

    def __init__(self, folder: Path, settings: str) -> None:
        """Take what the rendering of every page depends on; see `settings_of`."""
        self.folder = folder
        self.settings = settings

    def render(
        self,
        page: Page,
        config: MkDocsConfig,
        files: Files,
        made_from: Iterable[str],
        render: Callable[[MkDocsConfig, Files], None],
    ) -> None:
        """Render a page, or give it what it became before.

        Args:
            page: The page.
            config: That of the site.
            files: Its files.
            made_from: What the page depends on besides its text and the settings.
            render: How MkDocs renders the page.
        """
        parts = [page.file.src_uri, page.markdown or "", self.settings]
        name = _hash("\0".join(map(_hash, [*parts, *made_from])))
        path = self.folder / f"{name}.json"
        if not self._restore(path, page, files):
            with _warnings() as warned:
                render(config, files)
            if not warned:  # else they would come once and never again
                self._keep(path, page)

    def forget(self) -> None:
        """Delete what has been of no use for a long time."""
        for path in self.folder.glob("*"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > FORGET_AFTER:
                    path.unlink()

    def _restore(self, path: Path, page: Page, files: Files) -> bool:
        """Give a page what is kept of it; return whether there was anything."""
        try:
            digest, _, text = path.read_text(encoding="utf-8").partition("\n")
            if digest != _hash(text):
                return False  # damaged
            os.utime(path)
        except (OSError, UnicodeDecodeError):
            return False
        kept = json.loads(text)
        page.content = kept["content"]
        page.toc = get_toc(kept["toc"])
        page._title_from_render = kept["title"]
        if kept["own_title"]:
            page.title = kept["own_title"]
        page.present_anchor_ids = set(kept["anchors"])
        links = ((files.get_file_from_path(uri), each) for uri, each in kept["links"])
        page.links_to_anchors = {file: each for file, each in links if file is not None}
        return True

    def _keep(self, path: Path, page: Page) -> None:
        text = json.dumps(
            {
                "content": page.content,
                "toc": [*map(_entry, page.toc)],
                "title": page._title_from_render,
                "own_title": vars(page).get("title"),  # given by mkdocs-jupyter
                "anchors": sorted(page.present_anchor_ids or ()),
                "links": [
                    (file.src_uri, links)
                    for file, links in (page.links_to_anchors or {}).items()
                ],
            }
        )
        with contextlib.suppress(OSError):  # nothing is lost but time
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor, new = tempfile.mkstemp(dir=self.folder, prefix=".")
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(f"{_hash(text)}\n{text}")
            os.replace(new, path)


def settings_of(config: MkDocsConfig, files: Files) -> str:
    """Return what the rendering of every page depends on."""
    names = [str(name) for name in config.markdown_extensions]
    options = {
        name: {
            key: value
            for key, value in each.items()
            if name != "execdocs" or key not in UNRELATED
        }
        for name, each in config.mdx_configs.items()
    }
    versions = [_version(package) for package in PACKAGES]
    uris = [file.src_uri for file in files]
    code = [_code(name) for name in ("execdocs", *names)]
    said = repr([names, sorted(options.items(), key=str), versions, uris, code])
    return ADDRESS.sub("", said)


# The engine's own settings: where the project lies, what it holds (each page names its
# part), and what is shown where something is wrong.
UNRELATED = {"root", "build", "tolerant"}


def _version(package: str) -> str:
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(package)
    return ""


_codes: dict[str, str] = {}


def _code(extension: str) -> str:
    """Return the hash of the sources of a Markdown extension: its package or file."""
    points = importlib.metadata.entry_points(group="markdown.extensions")
    module = next((each.module for each in points if each.name == extension), extension)
    top = module.partition(".")[0]
    if top not in _codes:
        spec = importlib.util.find_spec(top)
        folders = (spec and spec.submodule_search_locations) or ()
        sources = [
            path for each in folders for path in sorted(Path(each).rglob("*.py"))
        ]
        if spec and spec.origin and not folders:
            sources = [Path(spec.origin)]
        _codes[top] = _hash("\0".join(path.read_text("utf-8") for path in sources))
    return _codes[top]


def _entry(link: AnchorLink) -> dict[str, Any]:
    """Return an entry of a table of contents as `get_toc` reads it."""
    return {
        "name": link.title,
        "id": link.id,
        "level": link.level,
        "children": [*map(_entry, link.children)],
    }


@contextlib.contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """Gather the warnings that MkDocs and its plugins log."""
    found: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = found.append  # type: ignore[assignment, method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
