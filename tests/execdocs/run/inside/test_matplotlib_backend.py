"""Figures come out the same on every machine, and describe themselves.

The Matplotlib backend draws them; `execdocs.pages.html` puts them on the page.
"""

import base64
import re

import pytest
from bs4 import BeautifulSoup


@pytest.fixture(scope="module")
def drawn(shared_site):
    """Make a site whose programs have drawn."""
    shared_site.program("""
    # %% curve
    import matplotlib.pyplot as plt
    import numpy as np

    print("before")
    plt.figure(figsize=(4, 3))
    plt.plot([1, 2, 3], [3, 1, 2], label="loss")
    plt.title("A title")
    plt.legend()
    plt.show()
    print("after")
    # %% image
    plt.imshow(np.random.default_rng(0).random((120, 120)))
    plt.show()
    # %% two
    fig, axes = plt.subplots(1, 2)
    axes[0].scatter([1, 2], [2, 1])
    plt.figure()
    plt.bar([1, 2], [2, 1])
    plt.show()
    # %% none
    plt.show()
    plt.plot([1, 2])
    plt.close()
    print(plt.get_backend(), plt.get_fignums())
    """)
    text = (shared_site.project.snippets / "a.py").read_text()
    shared_site.write("snippets/other/b.py", text)
    begin = "# %% curve\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\n"
    shared_site.program(begin, "open.py")
    shared_site.program(begin + "# %% show\nplt.show()", "later.py")
    shared_site.write("matplotlibrc", "figure.figsize: 1, 1\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATPLOTLIBRC", str(shared_site.root / "matplotlibrc"))
        patch.setenv("MPLBACKEND", "svg")
        shared_site.fails("run")  # one is left open
    return shared_site


def figures(site, cell, name="a.py"):
    return [
        output
        for output in site.outputs(cell, name)
        if output["output_type"] == "display_data"
    ]


def of_the_page(text):
    """Return the messages that name the page's first line."""
    return [line for line in text.splitlines() if line.startswith("docs/index.md:1: ")]


def image(site, cell):
    """Return the kind of a cell's only figure and its data."""
    (figure,) = figures(site, cell)
    (mime,) = [mime for mime in figure["data"] if mime.startswith("image/")]
    return mime, "".join(figure["data"][mime])


def test_a_figure_stands_between_what_was_printed_before_and_after(drawn):
    before, figure, after = drawn.outputs("curve")
    assert (before["text"], after["text"]) == (["before\n"], ["after\n"])
    assert figure["output_type"] == "display_data"


def test_lines_are_drawn_as_svg_without_date_maker_or_script(drawn):
    mime, text = image(drawn, "curve")
    assert mime == "image/svg+xml"
    svg = BeautifulSoup(text, "html.parser").svg
    assert text.startswith("<svg")
    assert not svg.find_all(["metadata", "script"])
    assert "@media" not in text  # WebKit answers by the system, not by the page
    assert not re.search(r"[Dd]ate>|20\d\d-|Matplotlib v", text)


def test_many_points_are_drawn_as_png(drawn):
    mime, text = image(drawn, "image")
    assert mime == "image/png"
    data = base64.b64decode(text)
    assert data.startswith(b"\x89PNG")
    assert b"tEXt" not in data


def test_two_programs_that_draw_the_same_make_the_same_bytes(drawn):
    for cell in ("curve", "image", "two"):
        assert figures(drawn, cell) == figures(drawn, cell, "other/b.py")


def test_two_runs_make_the_same_bytes(drawn):
    before = drawn.record().read_bytes()
    drawn.succeeds("run", "--force", "a.py")
    assert drawn.record().read_bytes() == before


def test_several_figures_come_in_their_order(drawn):
    assert len(figures(drawn, "two")) == 2
    assert figures(drawn, "none") == []
    assert drawn.printed("none").endswith(" []\n")


def test_a_figure_on_the_page_has_its_size_and_description(drawn):
    soup = drawn.soup(
        '```python title="a.py" alt="A curve that falls & rises"\n'
        '--8<-- "a.py:curve"\n```'
    )
    (img,) = soup.select(".output > img")
    assert img["alt"] == "A curve that falls & rises"
    assert (img["width"], img["height"]) == ("384", "288")
    assert "output-lines" in img["class"]
    kind, _, data = img["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data).startswith(b"<svg")
    assert {each.text for each in soup.select(".filename")} == {"a.py"}
    assert "alt" not in soup.select_one(".highlight").attrs
    names = [each.name for each in soup.select_one(".output").find_all(recursive=False)]
    assert names == ["pre", "img", "pre"]


def test_a_png_on_the_page_is_sharp(drawn):
    soup = drawn.soup('```python alt="Noise"\n--8<-- "a.py:image"\n```')
    img = soup.select_one(".output > img.output-pixels")
    data = base64.b64decode(img["src"].partition(",")[2])
    assert int.from_bytes(data[16:20]) == 2 * int(img["width"])


def test_several_descriptions_belong_to_the_figures_in_their_order(drawn):
    soup = drawn.soup(
        """```python alt="Two points" alt='Two "bars"'\n--8<-- "a.py:two"\n```"""
    )
    assert [img["alt"] for img in soup.select("img")] == ["Two points", 'Two "bars"']


def test_a_description_is_no_markup(drawn):
    soup = drawn.soup(
        '```python alt="<b>bold</b> *x*"\n--8<-- "a.py:curve"\n```\n\nAfter.'
    )
    assert soup.img["alt"] == "<b>bold</b> *x*"
    assert not soup.select("b, .output em")


@pytest.mark.parametrize(
    ("cell", "info", "counts"),
    [
        ("curve", "", (1, 0)),
        ("curve", ' alt="one" alt="two"', (1, 2)),
        ("two", ' alt="one"', (2, 1)),
        ("none", ' alt="one"', (0, 1)),
    ],
)
def test_a_figure_without_its_description_is_told(drawn, cell, info, counts):
    drawn.page(f'```python{info}\n--8<-- "a.py:{cell}"\n```')
    (message,) = of_the_page(drawn.fails("check"))
    assert f"shows {counts[0]} figure(s)" in message
    assert f"describes {counts[1]}" in message
    assert '`alt="what is to be seen"`' in message


def test_an_empty_description_is_none(drawn):
    drawn.page('```python alt=""\n--8<-- "a.py:curve"\n```')
    assert len(of_the_page(drawn.fails("check"))) == 1


def test_a_figure_left_open_is_told_with_its_place(drawn):
    drawn.page("# Nothing")
    message = drawn.fails("run", "open.py")
    assert message.startswith("snippets/open.py:")
    assert "a figure is left open; end the cell with `plt.show()`" in message


def test_a_figure_may_be_finished_in_a_later_cell(drawn):
    assert figures(drawn, "curve", "later.py") == []
    assert len(figures(drawn, "show", "later.py")) == 1


def test_settings_of_the_machine_change_no_figure(drawn):
    (figure,) = figures(drawn, "show", "later.py")
    size = figure["metadata"]["image/svg+xml"]
    assert (size["width"], size["height"]) == (614, 461)
