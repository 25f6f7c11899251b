"""A small built site, as a builder leaves it."""

import html
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CONFIG = """
site_name: "A & B"
site_description: A site for a test.
site_url: !ENV [SITE_URL, ""]
repo_url: !ENV [REPO_URL, ""]
theme: mkdocs
plugins: [site_extras]
"""
SOURCE = "---\ntitle: {title}\ndescription: {description}\n---\n\n# Heading\n"
PAGE = """<!doctype html><html><head>
<meta name="description" content="A site for a test.">
{canonical}
<!-- site-extras: policy -->
<title>{title} - A &amp; B</title>
<!-- site-extras: head -->
</head><body>
<div data-md-component="header-topic"> <span class="md-ellipsis"> Topic </span></div>
<nav>{nav}</nav>
<article class="md-content"><h1>Heading</h1><!-- site-extras: facts -->{text}</article>
</body></html>
"""
SITE_URL = "https://example.org/guide/"
REPO_URL = "https://github.com/example/guide"
CHAPTERS = {"index": "Home", "a/losses": 'Of <losses> & "more"'}
OTHERS = {
    "404": "Page not found",
    "notebooks/a/losses": "a/losses",
    "programs/a/b": "B",
}
MISTAKE = "<pre><code>import keras\nx = 1\n</code></pre> <pre>Error: 1</pre>"
SECTIONS = [
    {
        "location": "a/losses.html",
        "title": "Losses",
        "text": f"{MISTAKE} <p>Why.</p> <pre><code>import keras\nx = 2\n</code></pre>",
    },
    {"location": "a/losses.html#exercise", "title": "Exercise", "text": MISTAKE},
]


class Site:
    """A project with two chapters, and what a builder made of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "site"
        self.write("mkdocs.yml", CONFIG)
        for asset in ("fonts", "logo.svg"):
            (root / "docs/assets").mkdir(parents=True, exist_ok=True)
            (root / "docs/assets" / asset).symlink_to(ROOT / "docs/assets" / asset)
        for name, title in CHAPTERS.items():
            source = SOURCE.format(title=f"'{title}'", description=f"About {name}.")
            self.write(f"docs/{name}.md", source)
        self.build()

    def build(self, url: str = SITE_URL) -> None:
        """Write the pages without what the step adds."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, title in (CHAPTERS | OTHERS).items():
            canonical = f'<link rel="canonical" href="{url}{name}.html">'
            text = PAGE.format(
                title=html.escape(title),
                canonical=canonical if url and name != "404" else "",
                nav="word " * 900,
                text="word " * 450,
            )
            self.write(f"site/{name}.html", text)
        entries = (f"<url><loc>{url}{name}.html</loc></url>" for name in CHAPTERS)
        self.write("site/sitemap.xml", f"<urlset>{''.join(entries)}</urlset>")
        self.write("site/sitemap.xml.gz", "as it was")
        index = {"config": {}, "docs": SECTIONS}
        self.write("site/search/search_index.json", json.dumps(index))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def contents(self) -> dict[str, bytes]:
        """Return the files of the site."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """Run the step as a command, in the folder of the project."""
        addresses = {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL}
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        return subprocess.run(
            [sys.executable, "-m", "site_extras", *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": path, **addresses, **environment},
            capture_output=True,
            text=True,
            timeout=60,
        )


@pytest.fixture
def small(tmp_path) -> Site:
    return Site(tmp_path)
