"""What failed in Firefox once, and works in Chromium anyway."""

import contextlib
from collections.abc import Iterator

import pytest

from tests.site import needs
from tests.site.firefox import Firefox

CONTROL = "\ue009"  # as WebDriver writes the key
RESULTS = "return document.querySelectorAll('.md-search-result__item').length"
OPEN = """return [...document.querySelectorAll(".tabbed-set")].map(set =>
  set.querySelector(":scope > input:checked").labels[0].textContent.trim())"""
COPIED = "return document.querySelector('.copy-status')?.textContent ?? ''"
PASTE = """document.querySelector("article").prepend(
  Object.assign(document.createElement("textarea"), {id: "pasted"}))"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory) -> Iterator[Firefox]:
    """Return a window of Firefox."""
    path = needs.firefox()
    profile = tmp_path_factory.mktemp("firefox")
    with contextlib.closing(Firefox(path, profile)) as firefox:
        yield firefox


@pytest.fixture(params=["http", "file"])
def root(request, site, server):
    """Return the root of the site, as it is served or on a disk."""
    return server.url("") if request.param == "http" else f"{site.as_uri()}/"


def test_the_form_of_the_home_page_asks(firefox, root):
    firefox.goto(f"{root}index.html")
    firefox.type("#message", "You cannot add new elements of state")
    firefox.click(".paths button")
    firefox.until(lambda: firefox.run(RESULTS))


def test_a_choice_of_the_backend_opens_all_tabs(firefox, root):
    firefox.goto(f"{root}layers/losses.html")
    firefox.type("select.backend", "JAX")
    firefox.until(lambda: {*firefox.run(OPEN)} == {"JAX"})
    firefox.goto(f"{root}models/training-loop.html")
    assert "TensorFlow" not in firefox.run(OPEN)


def test_a_block_is_copied(firefox, root):
    firefox.goto(f"{root}layers/losses.html")
    firefox.until(lambda: firefox.run("return document.querySelector('.copy')"))
    code = firefox.run("return document.querySelector('pre > code').textContent")
    firefox.click(".copy button:nth-child(2)")
    firefox.until(lambda: firefox.run(COPIED))
    assert firefox.run(COPIED) == f"Copied {len(code.strip().splitlines())} lines"
    firefox.run(PASTE)
    firefox.type("#pasted", f"{CONTROL}v")
    pasted = firefox.run("return document.querySelector('#pasted').value")
    assert pasted == code


def test_a_page_is_copied(firefox, server, site):
    firefox.goto(server.url("layers/losses.html"))
    firefox.click(".copy-page")
    firefox.until(lambda: firefox.run(COPIED))
    firefox.run(PASTE)
    firefox.type("#pasted", f"{CONTROL}v")
    pasted = firefox.run("return document.querySelector('#pasted').value")
    assert pasted == (site / "layers/losses.md").read_text("utf-8")
