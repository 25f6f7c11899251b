"""The programs of a page are one notebook, as they were run (`execdocs.notebook`)."""

import nbformat
import pytest

from execdocs.notebook import write_notebooks


@pytest.fixture
def notebook(site):
    """Return the only notebook of the site."""

    def write():
        (path,) = write_notebooks(site.project)
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        return notebook

    return write


def test_it_has_all_cells_and_outputs_in_the_order_of_the_page(site, notebook):
    site.program("# %% one\nprint(1)\n# %% two hidden\nx = 2", "sub/a.py")
    site.program("# %% use\nprint('b')\n# %% wrong raises=KeyError\n{}['x']", "b.py")
    site.show("b.py:use", "sub/a.py:one", "b.py:wrong", name="sub/page.md")
    site.succeeds("run")
    made = notebook()
    assert [cell.cell_type for cell in made.cells] == [
        "markdown",
        *("markdown", "code", "code"),
        *("markdown", "code", "code"),
    ]
    codes = [cell for cell in made.cells if cell.cell_type == "code"]
    assert [cell.source for cell in codes] == [
        *("print('b')", "{}['x']", "print(1)", "x = 2"),
    ]
    assert [cell.execution_count for cell in codes] == [1, 2, 3, 4]
    assert codes[0].outputs[0].text == "b\n"
    assert codes[1].outputs[0].ename == "KeyError"
    path = site.project.notebooks / "sub/page.ipynb"
    assert path.exists()


def test_only_a_cell_that_raises_is_tagged_so(site, notebook):
    site.program("# %% use\nprint(1)\n# %% wrong raises=KeyError\n{}['x']")
    site.show("a.py:use", "a.py:wrong")
    site.succeeds("run")
    tags = [cell.metadata.get("tags") for cell in notebook().cells]
    assert tags == [None, None, None, ["raises-exception"]]


def test_its_metadata_is_that_of_any_python_notebook(site, notebook):
    site.program("# %% use\nprint(1)")
    site.show("a.py:use")
    site.succeeds("run")
    made = notebook()
    assert made.metadata.kernelspec.name == "python3"
    assert "execdocs" not in made.metadata


@pytest.mark.parametrize(
    "name",
    ["a program.py", "grüße.py", "a.b.py", f"{'deep/' * 20}a.py"],
    ids=["space", "umlaut", "dot", "deep"],
)
def test_any_name_of_a_program_makes_a_valid_notebook(site, notebook, name):
    site.program("# %% one\nprint(1)\n# %% wrong raises=KeyError\n{}['x']", name)
    site.show(f"{name}:one", f"{name}:wrong")
    site.succeeds("run")
    made = notebook()
    assert len({cell.id for cell in made.cells}) == 4
    assert made.cells[3].metadata.get("tags") == ["raises-exception"]


def test_two_programs_whose_names_look_alike_keep_their_ids_apart(site, notebook):
    site.program("# %% c\nprint(1)", "a/b.py")
    site.program("# %% c\nprint(2)", "a-b.py")
    site.show("a/b.py:c", "a-b.py:c")
    site.succeeds("run")
    made = notebook()
    assert len({cell.id for cell in made.cells}) == 5


def test_it_is_titled_like_its_page_and_names_its_programs(site, notebook):
    site.program("# %% use\nprint(1)", "sub/a.py")
    site.page('# A chapter\n\n```python\n--8<-- "sub/a.py:use"\n```')
    site.succeeds("run")
    title, program, _ = (cell.source for cell in notebook().cells)
    assert title == "# A chapter"
    assert program == "## sub/a.py\n\nA program."


def test_a_page_without_programs_has_none(site):
    site.page("# Title\n\n```bash\nls\n```")
    assert write_notebooks(site.project) == []
