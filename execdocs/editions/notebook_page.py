"""What others made of a page, as the site's own HTML: small, and without styles in it.

mkdocs-jupyter renders a notebook with the styles and scripts of a whole JupyterLab,
half a megabyte on each page. What is said is kept, in the marks of all other pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from execdocs.editions.notebook import Notebook
from execdocs.model.backend import BACKENDS
from execdocs.pages.html import render_content

# Spans that no colour of the site's tells from plain code.
PLAIN = re.compile(r'<span class="(?:n|nn|o|p|w)">([^<]*)</span>')
CELL = re.compile(
    r'data-mime-type="text/markdown">\s*(?P<prose>.*?)'
    r'(?=<div class="jp-Cell|</div> <!-- jp-Notebook)'
    r'|<div class="highlight-ipynb hl-\w+"><pre>(?P<code>.*?)</pre>',
    re.DOTALL,
)
BARE = re.compile(r"<pre>(?:<span></span>)?(?!<code)(.*?)</pre>", re.DOTALL)
ANCHOR = re.compile(r'<a class="anchor-link" href="([^"]*)">[^<]*</a>')


def lean(html: str) -> str:
    """Return a page without the spans around plain code: a third of all its bytes."""
    return PLAIN.sub(r"\1", html)


def from_jupyter(html: str, notebook: Path, root: str, links: str) -> str:
    """Return a notebook's page as the site shows pages.

    Args:
        html: What mkdocs-jupyter made.
        notebook: The notebook's file.
        root: The relative address of the site's root.
        links: HTML that stands below what introduces the notebook.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    page = "\n".join(
        _prose(made["prose"])
        if cell["cell_type"] == "markdown"
        else _code(made["code"], cell, root)
        for made, cell in zip(CELL.finditer(html), cells, strict=True)
    )
    return page.replace("</p>", f"</p>\n{links}", 1)


def downloads(notebooks: Iterable[Notebook], root: str, colab: str | None) -> str:
    """Return links to the notebooks of a page.

    Args:
        notebooks: One for each backend.
        root: The relative address of the site's root.
        colab: What Colab's address for a file of the site begins with, if any.
    """
    links = []
    for notebook in notebooks:
        title = BACKENDS[notebook.backend].title
        address = root + notebook.uri
        links.append(f'<a href="{address}" download>Download for {title}</a>')
        if colab and notebook.is_first:
            links.append(f'<a href="{colab}{notebook.uri}">Open in Colab</a>')
    return f'<p class="downloads">{" · ".join(links)}</p>'


def _prose(html: str) -> str:
    # The cell's own elements end here as well; they began before.
    for _ in range(html.count("</div>") - html.count("<div")):
        html = html.rstrip().removesuffix("</div>")
    html = BARE.sub(r"<pre><code>\1</code></pre>", html)
    link = r'<a class="headerlink" href="\1" title="Permanent link">&para;</a>'
    return ANCHOR.sub(link, html)


def _code(html: str, cell: dict, root: str) -> str:
    code, outputs = html.removeprefix("<span></span>"), cell["outputs"]
    alts = [
        metadata["alt"]
        for output in outputs
        if output["output_type"] == "display_data"
        for metadata in output["metadata"].values()
    ]
    content = render_content(outputs, alts, root)
    return (
        '<div class="program"><div class="language-python highlight">'
        f'<span class="filename">In [{cell["execution_count"]}]</span>'
        f"<pre><code>{code}</code></pre></div>"
        f'{content and f"""<div class="output">{content}</div>"""}</div>'
    )
