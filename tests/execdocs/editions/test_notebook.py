"""A page is a notebook too, for each of its backends (`execdocs.editions.notebook`)."""

import nbformat
import pytest

from execdocs.build import Build
from execdocs.editions.notebook import notebooks_of


@pytest.fixture
def notebook(site):
    """Return the only notebook of the site, or that of a page and backend."""

    def make(name=None, address=""):
        made = {each.uri: each for each in all_notebooks(site, address)}
        if name is None:
            (name,) = made
        notebook = nbformat.reads(made[name].text, as_version=4)
        nbformat.validate(notebook)
        return notebook

    return make


def all_notebooks(site, address=""):
    build = Build.load(site.project)
    return [
        notebook
        for page in build.pages.values()
        for notebook in notebooks_of(build, page, address)
    ]


def sources(notebook, kind="code"):
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


def test_it_reads_like_the_page_and_selects_its_backend(site, notebook):
    site.program("# %% one\nprint(1)\n# %% two\nprint(2)")
    site.page("""
        ---
        title: Short
        ---
        # A chapter { #anchor }

        First, see [there](sub/other.md#part).

        ```python title="a.py"
        --8<-- "a.py:one"
        ```

        ??? tip "Hint"

            Think of *two*.

            ```bash
            ls
            ```

        Then this.

        ```python title="a.py"
        --8<-- "a.py:two"
        ```

        The end.
    """)
    site.page("# Other", "sub/other.md")
    site.succeeds("run")
    made = notebook()
    first, hint, end = sources(made, "markdown")
    assert first == (
        "# A chapter\n\n*The chapter [on the site](../index.html) as a notebook for "
        "TensorFlow.*\n\nFirst, see [there](../sub/other.html#part)."
    )
    assert hint == (
        "> **Hint**\n>\n> Think of *two*.\n>\n> ```bash\n> ls\n> ```\n\nThen this."
    )
    assert end == "The end."
    selects, one, two = sources(made)
    assert 'os.environ["KERAS_BACKEND"] = "tensorflow"' in selects
    assert (one, two) == ("print(1)", "print(2)")
    outputs = [cell.outputs for cell in made.cells if cell.cell_type == "code"]
    assert [each[0].text if each else "" for each in outputs] == ["", "1\n", "2\n"]
    counts = [cell.execution_count for cell in made.cells if "outputs" in cell]
    assert counts == [1, 2, 3]
    absolute = sources(notebook(address="https://example.org/"), "markdown")[0]
    assert "[there](https://example.org/sub/other.html#part)" in absolute


def test_hidden_cells_run_before_the_block_that_needs_them(site, notebook):
    site.program("# %% one\nx = 1\n# %% set hidden\nx = 2\n# %% use\nprint(x)")
    site.show("a.py:one", "a.py:use")
    site.succeeds("run")
    assert sources(notebook())[1:] == ["x = 1", "x = 2", "print(x)"]


def test_a_program_that_the_page_comes_back_to_runs_again_from_its_start(
    site, notebook
):
    site.program("# %% set\nx = 1\nprint('set')\n# %% use\nprint(x)")
    site.program("# %% set\nx = 'other'", "b.py")
    site.show("a.py:set", "b.py:set", "a.py:use")
    site.succeeds("run")
    made = notebook()
    *_, again, use = sources(made)
    assert again.startswith("%%capture\n")
    assert again.endswith("x = 1\nprint('set')")
    assert use == "print(x)"
    assert made.cells[-1].outputs[0].text == "1\n"
    assert not made.cells[-2].outputs


def test_a_further_program_that_imports_keras_starts_afresh(site, notebook):
    body = "# %% use\ntry:\n    import keras.utils\nexcept ImportError:\n    pass"
    for name in ("a.py", "b.py"):
        site.program(body, name)
    site.show("a.py:use", "b.py:use")
    site.succeeds("run")
    installs, *made = sources(notebook())
    assert "keras==" in installs
    assert ["clear_session" in source for source in made] == [False, False, True, False]


def test_of_tabs_for_backends_it_has_those_of_its_own(site, notebook, monkeypatch):
    monkeypatch.setattr("execdocs.editions.notebook.BY_DEFAULT", ("tensorflow",))
    site.program("# %% use\nprint('ours')")
    site.page("""
        # Title

        === "JAX"

            Not for this one.

        === "TensorFlow"

            For this one.

            ```python
            --8<-- "a.py:use"
            ```

        === "Anything"

            Stays.
    """)
    site.succeeds("run")
    made = notebook()
    text = "\n\n".join(sources(made, "markdown"))
    assert "Not for this one" not in text
    assert "JAX" not in text
    assert "\n\nFor this one." in text
    assert "**Anything**\n\nStays." in text
    assert sources(made)[-1] == "print('ours')"


def test_tabs_without_its_own_stay(site, notebook, monkeypatch):
    monkeypatch.setattr("execdocs.editions.notebook.BY_DEFAULT", ("tensorflow",))
    site.program("# %% use\nprint('ours')")
    site.page("""
        # Title

        === "JAX"

            On JAX.

        === "PyTorch"

            On PyTorch.

        Between.

        === "TensorFlow"

            ```python
            --8<-- "a.py:use"
            ```

        === "JAX"

            Not for this one.
    """)
    site.succeeds("run")
    text = "\n\n".join(sources(notebook(), "markdown"))
    assert "**JAX**\n\nOn JAX.\n\n**PyTorch**\n\nOn PyTorch.\n\nBetween." in text
    assert "Not for this one" not in text


def test_only_a_cell_that_raises_is_tagged_so(site, notebook):
    site.program("# %% use\nprint(1)\n# %% wrong raises=KeyError\n{}['x']")
    site.show("a.py:use", "a.py:wrong")
    site.succeeds("run")
    cells = {cell.source: cell.metadata.get("tags") for cell in notebook().cells}
    assert cells["{}['x']"] == ["raises-exception"]
    assert cells["print(1)"] is None


def test_its_metadata_is_that_of_any_python_notebook(site, notebook):
    site.program("# %% use\nprint(1)")
    site.show("a.py:use", name="sub/page.md")
    site.succeeds("run")
    made = notebook("notebooks/sub/page.ipynb")
    assert made.metadata.kernelspec.name == "python3"
    assert "execdocs" not in made.metadata
    assert len({cell.id for cell in made.cells}) == len(made.cells)


def test_a_page_without_programs_has_none(site):
    site.page("# Title\n\n```bash\nls\n```")
    assert all_notebooks(site) == []
