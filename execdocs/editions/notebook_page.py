"""A notebook as a page of the site, from what mkdocs-jupyter makes of it.

mkdocs-jupyter renders a notebook with the styles and scripts of a whole JupyterLab,
half a megabyte on each page. What is kept is the prose and the highlighted code, in the
elements of all other pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from execdocs.editions.notebook import Notebook
from execdocs.model.backend import BACKENDS
from execdocs.pages.html import render_content
from execdocs.records.output import Output

CELL = re.compile(
    r'data-mime-type="text/markdown">\s*(?P<prose>.*?)'
    r'(?=<div class="jp-Cell|</div> <!-- jp-Notebook)'
    r'|<div class="highlight-ipynb hl-\w+"><pre>(?P<code>.*?)</pre>',
    re.DOTALL,
)
BARE = re.compile(r"<pre>(?:<span></span>)?(?!<code)(.*?)</pre>", re.DOTALL)
ANCHOR = re.compile(r'<a class="anchor-link" href="([^"]*)">[^<]*</a>')


def from_jupyter(html: str, notebook: Notebook, root: str, links: str) -> str:
    """Return a notebook's page as the site shows pages.

    Args:
        html: What mkdocs-jupyter made.
        notebook: The notebook.
        root: The relative address of the site's root.
        links: HTML that stands below what introduces the notebook.
    """
    cells = json.loads(notebook.text)["cells"]
    parts = zip(CELL.finditer(html), cells, notebook.outputs, strict=True)
    page = "\n".join(
        _prose(made["prose"])
        if cell["cell_type"] == "markdown"
        else _code(made["code"], cell, outputs, root)
        for made, cell, outputs in parts
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
    # The cell's own elements end here as well; they began before the match.
    for _ in range(html.count("</div>") - html.count("<div")):
        html = html.rstrip().removesuffix("</div>")
    html = BARE.sub(r"<pre><code>\1</code></pre>", html)
    link = r'<a class="headerlink" href="\1" title="Permanent link">&para;</a>'
    return ANCHOR.sub(link, html)


def _code(
    html: str, cell: dict[str, Any], outputs: tuple[Output, ...], root: str
) -> str:
    code = html.removeprefix("<span></span>")
    content = render_content(outputs, root)
    return (
        '<div class="program"><div class="language-python highlight">'
        f'<span class="filename">In [{cell["execution_count"]}]</span>'
        f"<pre><code>{code}</code></pre></div>"
        f'{content and f"""<div class="output">{content}</div>"""}</div>'
    )
