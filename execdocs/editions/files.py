"""Put the files beside the pages into the site: programs, figures, editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from execdocs.editions.markdown import edition, llms
from execdocs.editions.notebook import Notebook
from execdocs.editions.programs_page import folder_of
from execdocs.model.backend import installed
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.pages.page import Page, read_page
from execdocs.records.output import image_of
from execdocs.records.record import read_record, record_path


def publish_programs(project: Project, programs: Iterable[Program], site: Path) -> None:
    """Write each program, its record on the first of its backends, and its figures."""
    for program in programs:
        place = site / "programs" / folder_of(program) / program.path.name
        _write(place, program.path.read_bytes())
        for number, backend in enumerate(installed(program.backends)):
            record = read_record(project, program.name, backend)
            if record is None:
                continue  # the page says what is wrong
            if number == 0:
                path = record_path(project, program.name, backend)
                _write(place.with_suffix(".ipynb"), path.read_bytes())
            for output in (each for cell in record.outputs.values() for each in cell):
                if output["output_type"] == "display_data":
                    image = image_of(output)
                    _write(site / image.uri, image.data)


def publish_notebooks(notebooks: Iterable[Notebook], site: Path) -> None:
    """Write the notebooks that are not pages of the site."""
    for notebook in notebooks:
        _write(site / notebook.uri, notebook.path.read_bytes())


def publish_editions(
    project: Project,
    sections: Mapping[str, Sequence[str]],
    site: Path,
    *,
    name: str,
    summary: str,
    address: str,
) -> None:
    """Write each page as plain Markdown, a list of them, and all of them in one file.

    Args:
        project: The site.
        sections: The pages, as paths in docs/, by the titles of their sections.
        site: The folder it is built in.
        name: The site's name.
        summary: What it is, in a sentence.
        address: Its address; without one, the list's links are relative.
    """
    listed: dict[str, list[tuple[str, Page]]] = {}
    texts = []
    for section, members in sections.items():
        for member in members:
            path = project.docs / member
            text = edition(project, path)
            _write(site / member, text.encode())
            texts.append(text)
            page = read_page(project, path)
            listed.setdefault(section, []).append((f"{address}{member}", page))
    _write(site / "llms.txt", llms(name, summary, listed).encode())
    _write(site / "llms-full.txt", "\n\n".join(texts).encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
