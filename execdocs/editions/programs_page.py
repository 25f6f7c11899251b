"""The programs of a folder, each of them whole, on one page."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Sequence

from execdocs.editions.markdown import fenced, listed
from execdocs.links.html import mark
from execdocs.model.backend import BACKENDS, installed
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.pages.page import read_page


def listings(
    project: Project, programs: Sequence[Program], colab: str | None
) -> dict[str, str]:
    """Return pages of Markdown, by their path: one for each folder of programs.

    Args:
        project: The site.
        programs: All its programs, sorted by name.
        colab: What Colab's address for a file of the site begins with; None where no
            repository is known.
    """
    by_folder = itertools.groupby(programs, folder_of)
    return {
        f"programs/{folder}.md": _listing(project, folder, [*members], colab)
        for folder, members in by_folder
    }


def folder_of(program: Program) -> str:
    """Return the folder that a program is in; it is often named like its page."""
    return posixpath.dirname(program.name) or "index"


def _listing(
    project: Project, folder: str, programs: Sequence[Program], colab: str | None
) -> str:
    path = project.docs / f"{folder}.md"
    title, shown = folder, ""
    if path.exists():
        title = read_page(project, path).title
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
    # The mark says whose code it is, for links to what it names.
    info = f'python title="{stem}.py"'
    near = f"{posixpath.basename(folder)}/{stem}"
    titles = listed([BACKENDS[backend].title for backend in program.backends])
    links = [f'<a href="{near}.py" download>Download {stem}.py</a>']
    if installed(program.backends):
        links.append(f'<a href="{near}.ipynb" download>As an executed notebook</a>')
        if colab:
            address = f"{colab}programs/{folder}/{stem}.ipynb"
            links.append(f'<a href="{address}">Open {stem} in Colab</a>')
    code = f"{mark(program.name)}\n\n{fenced(program.text, info)}"
    return (
        f"## {stem}.py {{ #{stem} }}\n\n{program.title} It runs on {titles}.\n\n"
        f"{' · '.join(links)}\n{{ .downloads }}\n\n{code}\n"
    )
