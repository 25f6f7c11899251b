"""Pages as plain Markdown: prose, code and outputs, for people and for models.

Each page has such an edition at its own address; `llms.txt` lists them in the form
that https://llmstxt.org describes, `llms-full.txt` holds them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from execdocs.model.backend import BACKENDS
from execdocs.model.project import Project
from execdocs.pages.audit import versions
from execdocs.pages.page import Page, Shown, read_page
from execdocs.records.output import image_of


def edition(project: Project, path: Path) -> str:
    """Return a page as plain Markdown; figures are links into the site."""
    page = read_page(project, path)
    root = "../" * (len(path.relative_to(project.docs).parts) - 1)
    texts = [
        part if isinstance(part, str) else block_text(part, part.outputs(project), root)
        for part in page.parts
    ]
    if used := versions(project, path):
        texts.append(f"---\n\nThe programs of this page were run on {', '.join(used)}.")
    return "\n\n".join(texts) + "\n"


def block_text(
    shown: Shown, outputs: Mapping[str, Sequence[dict]], root: str | None
) -> str:
    """Return a block with its outputs, as fences.

    Args:
        shown: The block.
        outputs: Its outputs by backend.
        root: The relative address of the site's root; None leaves figures out, and
            their descriptions in.
    """
    texts = [fenced(shown.cell.source, f'python title="{shown.program.name}"')]
    made: dict[str, list[str]] = {}
    for backend, each in outputs.items():
        text = _outputs_text(each, shown.block.alts, root)
        made.setdefault(text, []).append(BACKENDS[backend].title)
    for text, titles in made.items():
        if text:
            said = f"Output on {listed(titles)}:" if len(made) > 1 else "Output:"
            texts += [said, text]
    return "\n\n".join(texts)


def llms(
    name: str, summary: str, sections: Mapping[str, Iterable[tuple[str, Page]]]
) -> str:
    """Return an `llms.txt`: a site's name, what it is, and its pages by section.

    Args:
        name: The site's.
        summary: One sentence.
        sections: Pairs of address and page, by the name of the section.
    """
    texts = [f"# {name}", f"> {summary}"]
    for section, members in sections.items():
        links = (
            f"- [{page.title}]({address}): {page.description}"
            for address, page in members
        )
        texts += [f"## {section}", "\n".join(links)]
    return "\n\n".join(texts) + "\n"


def fenced(text: str, info: str) -> str:
    """Return a fence that nothing in its text can close."""
    longest = max([2, *map(len, re.findall(r"`+", text))])
    fence = "`" * (longest + 1)
    lines = text.removesuffix("\n").split("\n") if text else []
    return "\n".join([fence + info, *lines, fence])


def _outputs_text(
    outputs: Sequence[dict], alts: Sequence[str], root: str | None
) -> str:
    descriptions = iter(alts)
    texts = []
    for output in outputs:
        if output["output_type"] == "stream":
            texts.append(fenced(output["text"], "text"))
        elif output["output_type"] == "error":
            texts.append(fenced("\n".join(output["traceback"]), "text"))
        else:
            alt, image = next(descriptions), image_of(output)
            shown = root is not None
            texts.append(f"![{alt}]({root}{image.uri})" if shown else f"*{alt}*")
    return "\n\n".join(texts)


def listed(titles: Sequence[str]) -> str:
    """Return titles as a sentence lists them."""
    *first, last = titles
    return f"{', '.join(first)} and {last}" if first else last
