"""Put the files beside the pages into the site: programs, figures, editions."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from execdocs.build import Build
from execdocs.editions.markdown import edition, llms
from execdocs.editions.notebook import Notebook
from execdocs.editions.programs_page import folder_of
from execdocs.memory import Memory
from execdocs.model.backend import installed
from execdocs.records.output import Figure


def publish_programs(build: Build, site: Path) -> None:
    """Write each program, its record on the first of its backends, and its figures."""
    for program in build.programs.values():
        place = site / "programs" / folder_of(program) / program.path.name
        _write(place, program.text)
        for number, backend in enumerate(installed(program.backends)):
            record = build.records.get((program.name, backend))
            if record is None:
                continue  # the page says what is wrong
            if number == 0:
                _write(place.with_suffix(".ipynb"), record.text)
            for output in (each for cell in record.outputs.values() for each in cell):
                if isinstance(output, Figure):
                    _write(site / output.uri, output.data)


def publish_notebooks(notebooks: Iterable[Notebook], site: Path) -> None:
    """Write the notebooks, also those that are no pages of the site."""
    for notebook in notebooks:
        _write(site / notebook.uri, notebook.text)


def publish_editions(
    build: Build,
    memory: Memory,
    sections: Mapping[str, Sequence[str]],
    site: Path,
    *,
    name: str,
    summary: str,
    address: str,
) -> None:
    """Write each page as plain Markdown, a list of them, and all of them in one file.

    Args:
        build: What the pages are made from.
        memory: What was made for an earlier build.
        sections: The pages, as paths in docs/, by the titles of their sections.
        site: The folder it is built in.
        name: The name of the site.
        summary: What it is, in a sentence.
        address: Its address; without one, the links of the list are relative.
    """
    listed = {
        section: [(f"{address}{uri}", build.pages[uri]) for uri in members]
        for section, members in sections.items()
    }
    texts = []
    for _, page in (each for members in listed.values() for each in members):
        text = memory.once(
            f"edition of {page.uri}",
            build.made_from(page),
            functools.partial(edition, build, page),
        )
        texts.append(text)
        _write(site / page.uri, text)
    _write(site / "llms.txt", llms(name, summary, listed))
    _write(site / "llms-full.txt", "\n\n".join(texts))


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
