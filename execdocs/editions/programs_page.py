"""The programs of a folder, each of them whole, on one page."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterable

from execdocs.build import Build
from execdocs.editions.markdown import listed
from execdocs.links.html import mark
from execdocs.model.backend import installed, titles
from execdocs.model.program import Program
from execdocs.pages.fences import fenced


def programs_pages(build: Build, colab: str | None) -> dict[str, str]:
    """Return pages of Markdown, by their path: one for each folder of programs.

    Args:
        build: What the pages are made from.
        colab: What Colab's address for a file of the site begins with; None where no
            repository is known.
    """
    by_folder = itertools.groupby(build.programs.values(), folder_of)
    return {
        f"programs/{folder}.md": _page(build, folder, members, colab)
        for folder, members in by_folder
    }


def folder_of(program: Program) -> str:
    """Return the folder that a program is in; it is often named like its page."""
    return posixpath.dirname(program.name) or "index"


def _page(
    build: Build, folder: str, programs: Iterable[Program], colab: str | None
) -> str:
    title, shown = folder, ""
    if page := build.pages.get(f"{folder}.md"):
        title = page.title
        up = "../" * (folder.count("/") + 1)
        shown = f" and prints what [the chapter]({up}{folder}.md) shows"
    texts = [
        "---",
        f"title: 'Programs: {title.replace(chr(39), chr(39) * 2)}'",
        "---",
        f"\n# Programs: {title}\n",
        f"Each program is complete. Copied or downloaded, it runs by itself{shown}.\n",
        *(_entry(program, folder, colab) for program in programs),
    ]
    return "\n".join(texts)


def _entry(program: Program, folder: str, colab: str | None) -> str:
    stem = posixpath.basename(program.name).removesuffix(".py")
    near = f"{posixpath.basename(folder)}/{stem}"
    links = [f'<a href="{near}.py" download>Download {stem}.py</a>']
    if installed(program.backends):
        links.append(f'<a href="{near}.ipynb" download>As an executed notebook</a>')
        if colab:
            address = f"{colab}programs/{folder}/{stem}.ipynb"
            links.append(f'<a href="{address}">Open {stem} in Colab</a>')
    # The mark says whose code it is, for the links on the names in it.
    code = fenced(program.text, f'python title="{stem}.py"')
    return (
        f"## {stem}.py {{ #{stem} }}\n\n"
        f"{program.title} It runs on {listed(titles(program.backends))}.\n\n"
        f"{' · '.join(links)}\n{{ .downloads }}\n\n{mark(program.name)}\n\n{code}\n"
    )
