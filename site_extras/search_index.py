"""Split the search index, so that a page does not load all of it.

Material fetches the index with the first page that a reader opens. The step leaves only
the settings in it, and `workers/search.js` fetches the sections for the first query. A
page that is opened from a disk cannot fetch a file; for that case the offline plugin
writes `search_index.js`, which stays whole.

The sections leave out code that nobody searches for: that of exercises, and lines that
a section has already. A cure, for example, repeats most lines of the mistake.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

CODE = re.compile(r"(?<=<pre><code>).*?(?=</code></pre>)", re.DOTALL)
EXERCISE = re.compile("Exercises?$|Warm-up:|Build it:")  # the heading above one
SEARCHED = "Also searched as: "  # begins the line with words for the search alone


def split_index(site: Path) -> None:
    """Move the sections of the index into a file of their own, if there is an index."""
    file = site / "search/search_index.json"
    sections = site / "search/sections.json"
    if not file.exists():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    if not index["docs"] and sections.exists():
        return  # an earlier run did it
    _write(sections, [lightened(section) for section in index["docs"]])
    _write(file, {**index, "docs": []})


def lightened(section: dict[str, str]) -> dict[str, str]:
    """Return a section of the index without the code that nobody searches for."""
    known: set[str] = set()

    def new_lines(code: re.Match[str]) -> str:
        if EXERCISE.match(section["title"]):
            return ""
        lines = [line for line in code[0].split("\n") if line not in known]
        known.update(lines)
        return "\n".join(lines)

    return {**section, "text": CODE.sub(new_lines, section["text"])}


def _write(file: Path, content: object) -> None:
    text = json.dumps(content, separators=(",", ":"), sort_keys=True)
    file.write_text(text, encoding="utf-8")
