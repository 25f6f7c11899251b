"""MkDocs hook: what is searched comes when a reader searches, not with each page.

Material fetches the whole index with the first page, to have it at hand. It gets the
index without its sections; `workers/search.js` fetches them for the first query. Under
file:// nothing is fetched over a network: there the index stays whole.
"""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(-200)  # the offline plugin, at -100, needs the whole index
def on_post_build(*, config: MkDocsConfig) -> None:
    """Take the sections out of the index, into a file of their own."""
    folder = Path(config.site_dir, "search")
    file = folder / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    for name, content in {
        "sections.json": index.pop("docs"),
        "search_index.json": {**index, "docs": []},
    }.items():
        text = json.dumps(content, separators=(",", ":"), sort_keys=True)
        (folder / name).write_text(text, encoding="utf-8")
