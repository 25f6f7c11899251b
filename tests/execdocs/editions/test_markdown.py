"""Pages as plain Markdown (`execdocs.editions.markdown`, `execdocs.pages.parts`)."""

import re
from dataclasses import replace

import pytest

from execdocs.build import Build
from execdocs.editions.markdown import block_text, edition, llms
from execdocs.pages.page import read_page
from execdocs.records.output import Text

DRAW = """
# %% draw
import matplotlib.pyplot as plt

plt.plot([1, 2])
plt.show()
"""


@pytest.fixture
def plain(site):
    """Return the plain Markdown of a page."""

    def read(text, name="index.md"):
        site.page(text, name)
        site.succeeds("run")
        build = Build.load(site.project)
        return edition(build, build.pages[name])

    return read


def test_it_is_prose_code_and_output(site, plain):
    site.program("# %% one\nx = 1\n# %% two\nprint('```')")
    text = plain("""
        ---
        description: Of little use.
        ---
        # Title { #name }

        See [another](other.md#there).

        ```python title="a.py" hl_lines="1"
        --8<-- "a.py:one"
        ```

        Prints ticks:
        {: .class }

        ```python
        --8<-- "a.py:two"
        ```
    """)
    body, _, ran = text.partition("\n\n---\n\n")
    assert body == (
        "# Title\n\nSee [another](other.md#there).\n\n"
        '```python title="a.py"\nx = 1\n```\n\n'
        "Prints ticks:\n\n"
        "````python title=\"a.py\"\nprint('```')\n````\n\n"
        "Output:\n\n````text\n```\n````"
    )
    assert ran.startswith("The programs of this page were run on ")


def test_tabs_and_admonitions_become_what_all_markdown_has(site, plain):
    site.program("# %% one\nprint(1)")
    text = plain("""
        === "First"

            One.

            ```python
            --8<-- "a.py:one"
            ```

            !!! warning

                Beware.

                ```text
                === "not a tab"
                ```

        === "Second"

            Two.

        After.
    """)
    assert text.startswith(
        "**First**\n\nOne.\n\n"
        '```python title="a.py"\nprint(1)\n```\n\nOutput:\n\n```text\n1\n```\n\n'
        '> **Warning**\n>\n> Beware.\n>\n> ```text\n> === "not a tab"\n> ```\n\n'
        "**Second**\n\nTwo.\n\nAfter.\n"
    )


def test_other_code_stays_and_a_line_of_html_goes(plain):
    text = plain("""
        <div class="hero" markdown>

        Words, `<div>` and <b>more</b>.

        </div>

        ```html
        <div>
        ```
    """)
    assert text == "Words, `<div>` and <b>more</b>.\n\n```html\n<div>\n```\n"


def test_an_error_is_said_as_the_page_says_it(site, plain):
    site.program("# %% wrong raises=KeyError\n{}['x']")
    text = plain('```python\n--8<-- "a.py:wrong"\n```')
    assert "```text\nTraceback (most recent call last):" in text
    assert "KeyError: 'x'\n```" in text


def test_a_figure_is_a_link_into_the_site(site, plain):
    site.program(DRAW)
    text = plain('```python alt="A rising line."\n--8<-- "a.py:draw"\n```', "sub/p.md")
    assert "\n![A rising line.](../assets/figures/" in text


def test_outputs_that_differ_name_their_backends(site):
    site.program("# %% one\nprint(1)")
    site.show("a.py:one")
    site.succeeds("run")
    (shown,) = Build.load(site.project).shown["index.md"].values()
    printed = {"tensorflow": "1\n", "jax": "2\n", "torch": "1\n"}
    outputs = {name: (Text("stdout", text),) for name, text in printed.items()}
    assert block_text(replace(shown, outputs=outputs), "").endswith(
        "Output on TensorFlow and PyTorch:\n\n```text\n1\n```\n\n"
        "Output on JAX:\n\n```text\n2\n```"
    )


def test_the_list_of_pages_has_the_usual_form(site):
    path = site.page("---\ndescription: What it is for.\n---\n# A page\n")
    pages = {"Part": [("https://example.org/index.md", read_page(site.project, path))]}
    assert llms("Name", "In a sentence.", pages) == (
        "# Name\n\n> In a sentence.\n\n## Part\n\n"
        "- [A page](https://example.org/index.md): What it is for.\n"
    )


def test_what_a_page_leaves_out_stands_before_what_needs_it(site, plain):
    site.program("""
        # %% one hidden
        x = 1
        # %% two
        y = 2
        # %% three hidden
        x += 10
        # %% four
        print(x + y)
    """)
    body = plain(
        "\n\n".join(f'```python\n--8<-- "a.py:{cell}"\n```' for cell in ("two", "four"))
    )
    said = "Before it, the program runs what the page leaves out:"
    assert body.count(said) == 2
    code = [line for line in body.splitlines() if re.match("[xyp].* ?[=(]", line)]
    assert code == ["x = 1", "y = 2", "x += 10", "print(x + y)"]
