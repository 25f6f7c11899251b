"""Pages are small, notebooks look like pages (`execdocs.editions.notebook_page`)."""

import pytest
from bs4 import BeautifulSoup
from mkdocs_jupyter.convert import nb2html

from execdocs.build import Build
from execdocs.editions.notebook import notebooks_of
from execdocs.editions.notebook_page import downloads, from_jupyter
from execdocs.pages.html import lean


@pytest.fixture
def convert(site, tmp_path):
    """Return the only notebook of the site, and what mkdocs-jupyter makes of it."""

    def convert():
        build = Build.load(site.project)
        (notebook,) = notebooks_of(build, build.pages["index.md"])
        path = tmp_path / "notebook.ipynb"
        path.write_text(notebook.text, encoding="utf-8")
        return notebook, nb2html(str(path))

    return convert


@pytest.fixture
def rendered(site, convert):
    """Return the only notebook of the site as a page."""
    site.program("""
        # %% use warns=UserWarning
        import warnings

        print("<out>")
        warnings.warn("beware")
        # %% draw
        import matplotlib.pyplot as plt

        plt.plot([1, 2])
        plt.show()
        # %% wrong raises=KeyError
        {}["x"]
    """)
    site.page("""
        # Title

        Words with `code`.

        ```python
        --8<-- "a.py:use"
        ```

        ## Part

        ```python alt="A rising line."
        --8<-- "a.py:draw"
        ```

        ```python
        --8<-- "a.py:wrong"
        ```

        ```bash
        ls
        ```
    """)
    site.succeeds("run")
    notebook, html = convert()
    links = downloads([notebook], "../", "https://colab.example/")
    made = from_jupyter(html, notebook, "../", links)
    assert len(made) < len(html) / 50
    return BeautifulSoup(made, "html.parser")


def test_a_notebook_keeps_all_that_it_says(rendered):
    assert [each.text.rstrip("¶") for each in rendered.select("h1, h2")] == [
        "Title",
        "Part",
    ]
    assert "Words with code." in rendered.text
    codes = [each.text.strip() for each in rendered.select(".program pre > code")]
    assert len(codes) == 4
    assert codes[-1] == '{}["x"]'
    prompts = [each.text for each in rendered.select(".program .filename")]
    assert prompts == ["In [1]", "In [2]", "In [3]", "In [4]"]
    out, warning, error = rendered.select(".program > .output pre")
    assert out.text == "<out>"
    assert "UserWarning: beware" in warning.text
    assert error.text.endswith("KeyError: 'x'")
    figure = rendered.select_one(".program > .output img")
    assert figure["alt"] == "A rising line."
    assert figure["src"].startswith("../assets/figures/")
    assert "ls" in rendered.select(".highlight")[-1].text


def test_a_notebook_ends_what_it_begins(site, convert):
    site.page('# Title\n\n```bash\nls\n```\n\n```python\n--8<-- "a.py:use"\n```')
    site.program("# %% use\nprint(1)")
    site.succeeds("run")
    notebook, html = convert()
    made = from_jupyter(html, notebook, "../", "")
    assert made.count("<div") == made.count("</div>")


def test_a_notebook_brings_no_styles_and_scripts(rendered):
    assert not rendered.select("style, script, svg, clipboard-copy, [style]")


def test_a_notebook_links_its_downloads(rendered):
    links = {link.text: link["href"] for link in rendered.select(".downloads a")}
    assert links == {
        "Download for TensorFlow": "../notebooks/index.ipynb",
        "Open in Colab": "https://colab.example/notebooks/index.ipynb",
    }


def test_plain_code_has_no_spans():
    html = '<span class="n">x</span><span class="o">=</span><span class="mi">1</span>'
    assert lean(html) == 'x=<span class="mi">1</span>'
