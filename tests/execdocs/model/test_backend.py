"""Programs run where their backend is installed (`execdocs.model.backend`)."""

import pytest

import execdocs.model.backend
from execdocs.model.backend import BACKENDS, Backend
from execdocs.model.problem import Refused
from tests.execdocs.conftest import copied

NEEDS_JAX = "# backends: jax\n# %% use\nprint(1)\n"


@pytest.fixture
def jax(monkeypatch):
    """Have JAX installed or not, whatever there is on this machine."""

    def install(module, *, optional=False):
        environment = {"MINE": "jax"}
        packages = ("no-such-package",)
        backend = Backend("jax", "JAX", (module,), packages, environment, optional)
        monkeypatch.setitem(BACKENDS, "jax", backend)
        execdocs.model.backend._is_installed.cache_clear()

    yield install
    execdocs.model.backend._is_installed.cache_clear()


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
    with pytest.raises(Refused, match=r"page:1 → snippets/a\.py: .*no-such-package"):
        kept.html('```python\n--8<-- "a.py:use"\n```')
    soup = kept.soup('```python\n--8<-- "a.py:use"\n```', tolerant=True)
    assert "no-such-package" in soup.select_one("div.output-failure").text


def test_where_an_optional_backend_is_missing_the_page_says_so(kept, jax):
    jax("no_such_module", optional=True)
    kept.write("snippets/a.py", NEEDS_JAX)
    kept.show("a.py:use")
    assert "0 run" in kept.succeeds("run")
    kept.succeeds("check")
    assert "absent a.py [jax]: jax is not installed" in kept.succeeds("status")
    program = kept.soup('```python\n--8<-- "a.py:use"\n```').select_one(".program")
    assert copied(program) == NEEDS_JAX
    caption = program.select_one(".ran").text
    assert caption == "Not run in this build: it needs JAX."
    assert not program.select(".output")
    kept.succeeds("editions")
    editions = kept.project.editions.rglob("*.md")
    assert [path.name for path in editions] == ["kept.md"]


def test_the_first_backend_that_is_installed_is_shown(site, jax):
    jax("no_such_module")
    site.write("snippets/a.py", "# backends: jax tensorflow\n# %% use\nprint(1)\n")
    site.show("a.py:use")
    site.succeeds("run")
    site.succeeds("check")
    assert [path.name for path in site.project.records.iterdir()] == ["tensorflow"]
    soup = site.soup('```python\n--8<-- "a.py:use"\n```')
    assert soup.select_one(".output")["data-backend"] == "tensorflow"


WHERE = """\
# backends: tensorflow jax
# %% same
import os
print("the same")
# %% other
mine = os.getenv("MINE")
print(mine)
# %% partly
print(mine or "", end="")
# %% quiet
done = True
"""


def test_each_backend_has_its_own_environment_and_record(site, jax):
    jax("json")
    site.write("snippets/a.py", WHERE)
    assert "2 run" in site.succeeds("run")
    assert site.printed("other") == "None\n"
    assert '"jax\\n"' in (site.project.records / "jax/a.ipynb").read_text()


def test_what_all_backends_put_out_stands_once(site, jax):
    jax("json")
    site.write("snippets/a.py", WHERE)
    site.succeeds("run")
    soup = site.soup('```python\n--8<-- "a.py:same"\n```')
    (output,) = soup.select(".output")
    assert output["data-backend"] == "tensorflow jax"
    assert soup.select_one(".program > .ran").text == "Ran on TensorFlow, JAX"
    assert not soup.select(".tabbed-set")


def test_where_backends_differ_each_has_a_tab(site, jax):
    jax("json")
    site.write("snippets/a.py", WHERE)
    site.succeeds("run")
    page = '```python\n--8<-- "a.py:other"\n```\n\n```python\n--8<-- "a.py:partly"\n```'
    other, partly = site.soup(page).select(".program")
    for tabs, printed in (
        (other, ["None", "jax"]),
        (partly, ["It puts out nothing.", "jax"]),
    ):
        assert [label.text for label in tabs.select("label")] == ["TensorFlow", "JAX"]
        blocks = tabs.select(".tabbed-set > .tabbed-content > .tabbed-block")
        assert [block.text for block in blocks] == printed
        outputs = tabs.select(".output")
        backends = [output["data-backend"] for output in outputs]
        assert backends == ["tensorflow", "jax"]
        assert tabs.select_one(".ran").text == "Ran on TensorFlow, JAX"
        # The theme links only those that have the attribute.
        assert tabs.select_one(".tabbed-set")["data-tabs"] == "2"
        inputs = tabs.select(".tabbed-set > input")
        assert [each.has_attr("checked") for each in inputs] == [True, False]
        assert [each["id"] for each in inputs] == [
            label["for"] for label in tabs.select("label")
        ]
    names = [each["id"] for each in [*other.select("input"), *partly.select("input")]]
    assert len({*names}) == 4


def test_a_block_without_an_output_says_where_it_ran(site, jax):
    jax("json")
    site.write("snippets/a.py", WHERE)
    site.succeeds("run")
    program = site.soup('```python\n--8<-- "a.py:quiet"\n```').select_one(".program")
    assert program.select_one(".ran").text == "Ran on TensorFlow, JAX"
    assert not program.select(".output")


def test_only_backends_that_are_installed_are_named(site, jax):
    jax("no_such_module")
    site.write("snippets/a.py", WHERE)
    site.succeeds("run")
    soup = site.soup('```python\n--8<-- "a.py:other"\n```')
    assert soup.select_one(".ran").text == "Ran on TensorFlow"
    assert not soup.select(".tabbed-set")


def test_each_backend_has_an_edition_with_its_own_outputs(site, jax):
    jax("json")
    site.write("snippets/a.py", WHERE)
    site.show(*(f"a.py:{cell}" for cell in ("same", "other", "partly", "quiet")))
    site.succeeds("run")
    told = site.succeeds("editions")
    texts = {}
    for backend in ("tensorflow", "jax"):
        folder = site.project.editions / backend
        assert f"1 programs in {folder}" in told
        texts[backend] = (folder / "index.md").read_text()
    assert "```\nthe same\n\x1eNone\n" in texts["tensorflow"]
    assert "```\nthe same\n\x1ejax\n" in texts["jax"]


def test_a_record_missing_on_another_backend_is_told(site, jax):
    jax("json")
    site.write("snippets/a.py", WHERE)
    site.succeeds("run")
    (site.project.records / "jax/a.ipynb").unlink()
    with pytest.raises(Refused, match=r"a\.py: \[jax\] never run; run"):
        site.html('```python\n--8<-- "a.py:same"\n```')


def test_a_failure_on_another_backend_fails_the_run_and_names_it(site, jax):
    jax("json")
    site.write(
        "snippets/a.py",
        "# backends: tensorflow jax\n"
        "# %% use\nimport os\nassert not os.getenv('MINE')\n",
    )
    site.show("a.py:use")
    assert site.fails("run").startswith("snippets/a.py:4: [jax] AssertionError")
    message = site.fails("check")
    assert "→ snippets/a.py:4: [jax] AssertionError" in message
    assert message.count("snippets/a.py:4: ") == 1


def test_what_fails_alike_on_all_backends_is_told_once(site, jax):
    jax("json")
    site.write("snippets/a.py", "# backends: tensorflow jax\n# %% use\n1 / 0\n")
    site.show("a.py:use")
    for command in ("run", "check"):
        message = site.fails(command)
        assert message.count("snippets/a.py:3: ") == 1
        assert "[jax" not in message


def test_what_a_backend_is_made_of_counts_without_an_import_of_it(site, monkeypatch):
    site.program("# %% use\nprint(1)")
    site.succeeds("run")
    monkeypatch.setattr("execdocs.records.key.version", lambda name: "99.1")
    assert "click " in site.succeeds("status")
