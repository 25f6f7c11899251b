"""Programs run where their backend is installed (`execdocs.backends`)."""

import pytest

import execdocs.backends
from execdocs.backends import BACKENDS, Backend
from execdocs.problem import Problem

NEEDS_JAX = "# backends: jax\n# %% use\nprint(1)\n"


@pytest.fixture
def jax(monkeypatch):
    """Have JAX installed or not, whatever there is on this machine."""

    def install(module):
        backend = Backend("jax", (module,), ("no-such-package",), {"MINE": "jax"})
        monkeypatch.setitem(BACKENDS, "jax", backend)
        execdocs.backends._is_installed.cache_clear()

    yield install
    execdocs.backends._is_installed.cache_clear()


def test_a_missing_backend_is_told_with_what_to_install(kept, jax):
    jax("no_such_module")
    kept.write("snippets/a.py", NEEDS_JAX)
    assert kept.fails("run") == (
        "snippets/a.py: runs on jax only, which is not installed; "
        "install no-such-package\n"
    )


def test_a_page_whose_backend_is_missing_is_told_by_check_and_on_rendering(kept, jax):
    jax("no_such_module")
    kept.write("snippets/a.py", NEEDS_JAX)
    kept.show("a.py:use")
    message = kept.fails("check")
    assert "snippets/a.py" in message
    assert "install no-such-package" in message
    with pytest.raises(Problem, match=r"page:1 → .*no-such-package"):
        kept.html('```python\n--8<-- "a.py:use"\n```')
    soup = kept.soup('```python\n--8<-- "a.py:use"\n```', tolerant=True)
    assert "no-such-package" in soup.select_one("div.output-failure").text


def test_the_first_backend_that_is_installed_is_shown(site, jax):
    jax("no_such_module")
    site.write("snippets/a.py", "# backends: jax tensorflow\n# %% use\nprint(1)\n")
    site.show("a.py:use")
    site.succeeds("run")
    site.succeeds("check")
    assert [path.name for path in site.project.records.iterdir()] == ["tensorflow"]
    soup = site.soup('```python\n--8<-- "a.py:use"\n```')
    assert soup.select_one(".output")["data-backend"] == "tensorflow"


def test_each_backend_has_its_own_environment_and_record(site, jax):
    jax("json")
    site.write(
        "snippets/a.py",
        "# backends: tensorflow jax\n# %% use\nimport os\nprint(os.getenv('MINE'))\n",
    )
    assert "2 run" in site.succeeds("run")
    assert site.printed() == "None\n"
    assert '"jax\\n"' in (site.project.records / "jax/a.ipynb").read_text()
    soup = site.soup('```python\n--8<-- "a.py:use"\n```')
    assert soup.select_one(".output").text == "None"


def test_a_failure_on_another_backend_fails_the_run_and_names_it(site, jax):
    jax("json")
    site.write(
        "snippets/a.py",
        "# backends: tensorflow jax\n"
        "# %% use\nimport os\nassert not os.getenv('MINE')\n",
    )
    site.show("a.py:use")
    assert site.fails("run").startswith("[jax] snippets/a.py:4: AssertionError")
    assert "[jax] snippets/a.py:4: AssertionError" in site.fails("check")


def test_what_a_backend_is_made_of_counts_without_an_import_of_it(site, monkeypatch):
    site.program("# %% use\nprint(1)")
    site.succeeds("run")
    monkeypatch.setattr("execdocs.key.version", lambda name: "99.1")
    assert "click " in site.succeeds("status")
