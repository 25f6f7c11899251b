"""The built pages keep the site's promises."""

import re
from functools import cache

import pytest
from bs4 import BeautifulSoup, SoupStrainer

from execdocs.model.backend import BACKENDS, BY_DEFAULT, installed, titles
from site_extras.versions import NAMES
from tests.current import current
from tests.site.conftest import REPO_URL

COLAB = "colab.research.google.com/github"
EXTERNAL = re.compile(r"^(?:https?:)?//")


def test_every_python_block_shows_a_cell(chapters):
    for uri, page in current().pages.items():
        assert not page.faults
        built = chapters[uri].select(".md-content .language-python.highlight")
        shown = chapters[uri].select("[data-source] .language-python.highlight")
        assert len(built) == len(shown) == len(page.blocks), uri


def test_each_cell_with_an_output_has_it_on_a_page(outputs):
    for name, program in current().programs.items():
        records = [
            current().records[name, backend] for backend in installed(program.backends)
        ]
        for cell in program.cells:
            found = any(
                element["data-cell"] == cell.name for element in outputs.get(name, [])
            )
            printed = any(record.outputs[cell.name] for record in records)
            assert found == (printed and not cell.hidden)


def test_each_block_says_on_which_backends_it_ran(chapters):
    for uri, shown in current().shown.items():
        elements = chapters[uri].select("[data-source]")
        for element, each in zip(elements, shown.values(), strict=True):
            caption = element.find("p", class_="ran", recursive=False).text
            if each.outputs:
                names = ", ".join(titles(each.outputs))
                assert caption == f"Ran on {names} · whole program"
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


def test_each_chapter_names_the_versions_it_was_run_on(chapters):
    for uri, shown in current().shown.items():
        text = chapters[uri].select_one("article .page-facts").text
        for each in shown.values():
            for backend in each.outputs:
                key = current().records[each.program.name, backend].key
                for package in BACKENDS[backend].packages:
                    assert f"{NAMES[package]} {key['packages'][package]}" in text
                assert f"Python {key['machine']['Python']}" in text


@pytest.mark.parametrize("kind", ["ipynb", "html"])
def test_each_chapter_has_its_programs_as_a_notebook(site, kind):
    for page in current().pages.values():
        assert (site / "notebooks" / f"{page.name}.{kind}").is_file()


def test_colab_opens_what_the_site_has(site):
    # Published to that branch, where Colab finds it.
    colab = f"{REPO_URL.replace('github.com', COLAB)}/blob/gh-pages/"
    links = set()
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if COLAB in text:
            soup = BeautifulSoup(text, "html.parser", parse_only=SoupStrainer("a"))
            links |= {link["href"] for link in soup.select(f"a[href*='{COLAB}']")}
    assert len(links) > 100
    for link in links:
        assert link.startswith(colab)
        assert (site / link.removeprefix(colab)).is_file()


def test_each_page_lists_its_programs_whole_and_to_download(site, project):
    @cache
    def parsed(page):
        return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")

    for program in current().programs.values():
        copy = site / "programs" / program.path.relative_to(project.snippets)
        if program.path.parent == project.snippets:
            copy = site / "programs/index" / program.path.name
        assert copy.read_bytes() == program.path.read_bytes()
        heading = parsed(copy.parent.with_suffix(".html")).find(id=copy.stem)
        code = heading.find_next("pre").find("code")
        assert code.text == program.text
