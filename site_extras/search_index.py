"""Split the search index, so that a page does not load all of it.

Material fetches the index with the first page that a reader opens. The step leaves only
the settings in it, and `workers/search.js` fetches the sections for the first query. A
page that is opened from a disk cannot fetch a file; for that case the offline plugin
writes `search_index.js`, which stays whole.
"""

from __future__ import annotations

import json
from pathlib import Path


def split_index(site: Path) -> None:
    """Move the sections of the index into a file of their own, if there is an index."""
    file = site / "search/search_index.json"
    sections = site / "search/sections.json"
    if not file.exists():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    if not index["docs"] and sections.exists():
        return  # an earlier run did it
    _write(sections, index["docs"])
    _write(file, {**index, "docs": []})


def _write(file: Path, content: object) -> None:
    text = json.dumps(content, separators=(",", ":"), sort_keys=True)
    file.write_text(text, encoding="utf-8")
