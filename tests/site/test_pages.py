"""The built pages keep the site's promises."""

import re

import pytest
from bs4 import BeautifulSoup
from execdocs.pages.audit import included

from execdocs.model.backend import BACKENDS, BY_DEFAULT, installed
from execdocs.model.percent import program_names, read_program
from execdocs.pages.fences import find_blocks, pages
from execdocs.records.record import read_record
from site_extras.versions import NAMES
from tests.site.conftest import REPO_URL

COLAB = "colab.research.google.com/github"
EXTERNAL = re.compile(r"^(?:https?:)?//")


def test_every_python_block_is_an_include_or_says_that_it_is_not_run(chapters, project):
    for path in pages(project):
        lines = path.read_text(encoding="utf-8").splitlines()
        blocks, problems = find_blocks(lines)
        assert not problems
        name = path.relative_to(project.docs).as_posix()
        built = chapters[name].select(".md-content .language-python.highlight")
        assert len(built) == len(blocks), name
        copied = chapters[name].select("[data-source] .language-python.highlight")
        assert len(copied) == sum(not block.is_illustration for block in blocks), name


def test_each_cell_with_an_output_has_it_on_a_page(outputs, project):
    for name in program_names(project):
        program = read_program(project, name)
        records = [
            read_record(project, name, backend)
            for backend in installed(program.backends)
        ]
        for cell in program.cells:
            found = any(
                element["data-cell"] == cell.name for element in outputs.get(name, [])
            )
            printed = any(record.outputs[cell.name] for record in records)
            assert found == (printed and not cell.hidden)


def test_each_block_says_on_which_backends_it_ran(chapters, project):
    for path in pages(project):
        name = path.relative_to(project.docs).as_posix()
        elements = chapters[name].select("[data-source]")
        cells = included(project, path)
        for element, (_, program, _) in zip(elements, cells, strict=True):
            names = [BACKENDS[each].title for each in installed(program.backends)]
            caption = element.find("p", class_="ran", recursive=False).text
            if names:
                assert caption == f"Ran on {', '.join(names)} · whole program"
            else:
                assert caption.startswith("Not run in this build")


def test_tabs_show_the_outputs_of_their_backends(chapters):
    tabs = [each for page in chapters.values() for each in page.select(".backends")]
    if len(installed(BY_DEFAULT)) > 1:
        assert tabs
    for each in tabs:
        blocks = each.select(".tabbed-block > .output")
        labels = [label.text for label in each.select("label")]
        assert labels == [BACKENDS[block["data-backend"]].title for block in blocks]
        assert len({str(block.contents) for block in blocks}) > 1


def test_no_page_takes_longer_than_fifteen_minutes_to_read(chapters):
    for name, page in chapters.items():
        if name.startswith("mistakes/"):
            continue  # one section is read, the one about the reader's mistake
        said = page.select_one(".page-facts__facts").text
        assert int(re.search(r"(\d+) minutes? to read", said)[1]) <= 15, name


def test_no_page_shows_a_failure(chapters):
    for name, page in chapters.items():
        assert not page.select(".output-failure"), name


def test_figures_are_described_and_keep_their_place(chapters):
    figures = [img for page in chapters.values() for img in page.select(".output img")]
    assert figures
    for figure in figures:
        assert len(figure["alt"]) > 20
        assert int(figure["width"]) and int(figure["height"])
        assert "/assets/figures/" in f"/{figure['src']}"


def test_no_page_loads_anything_from_elsewhere(site):
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        for tag in re.findall(r"<(?:script|img|link|iframe)\b[^>]*>", html):
            source = re.search(r'\b(?:src|href)="([^"]*)"', tag)
            if source and 'rel="canonical"' not in tag:
                assert not EXTERNAL.match(source[1]), f"{path}: {tag}"


def test_each_chapter_names_the_versions_it_was_run_on(chapters, project):
    for path in pages(project):
        name = path.relative_to(project.docs).as_posix()
        for _, program, _ in included(project, path):
            text = chapters[name].select_one("article .page-facts").text
            for backend in installed(program.backends):
                key = read_record(project, program.name, backend).key
                for package in BACKENDS[backend].packages:
                    assert f"{NAMES[package]} {key['packages'][package]}" in text
                assert f"Python {key['machine']['Python']}" in text


@pytest.mark.parametrize("kind", ["ipynb", "html"])
def test_each_chapter_has_its_programs_as_a_notebook(site, chapters, project, kind):
    for path in pages(project):
        name = path.relative_to(project.docs).with_suffix("").as_posix()
        assert (site / "notebooks" / f"{name}.{kind}").is_file()


def test_colab_opens_what_the_site_has(site):
    # Published to that branch, where Colab finds it.
    colab = f"{REPO_URL.replace('github.com', COLAB)}/blob/gh-pages/"
    links = set()
    for path in site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        links |= {link["href"] for link in soup.select(f"a[href*='{COLAB}']")}
    assert len(links) > 100
    for link in links:
        assert link.startswith(colab)
        assert (site / link.removeprefix(colab)).is_file()


def test_each_page_lists_its_programs_whole_and_to_download(site, project):
    for name in program_names(project):
        program = read_program(project, name)
        copy = site / "programs" / program.path.relative_to(project.snippets)
        if program.path.parent == project.snippets:
            copy = site / "programs/index" / program.path.name
        assert copy.read_bytes() == program.path.read_bytes()
        page = BeautifulSoup(
            copy.parent.with_suffix(".html").read_text(encoding="utf-8"), "html.parser"
        )
        heading = page.find(id=copy.stem)
        code = heading.find_next("pre").find("code")
        assert code.text == program.text
