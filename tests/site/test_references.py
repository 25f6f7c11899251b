"""Names in code lead to the documentation of what the installed packages have."""

import functools
import inspect
from urllib.parse import urlsplit

import pytest
import tensorflow as tf

from execdocs.links.resolve import references
from execdocs.model.percent import read_program

LINK = ".highlight code a[title]"
# Fewer in all means that the packages are laid out anew, and names are not found.
AT_LEAST = 2000


@pytest.fixture(scope="module")
def links(chapters):
    """Return the links in the code of each page."""
    return {name: page.select(LINK) for name, page in chapters.items()}


def exists(name):
    """Return whether the installed package has something of that name."""
    name, _, member = name.removeprefix("tf.").partition("#")
    found = functools.reduce(getattr, name.split("."), tf)
    if not member:
        return True
    # Methods and properties alone have a place on the page.
    value = inspect.getattr_static(found, member)
    return inspect.isclass(found) and (callable(value) or hasattr(value, "__get__"))


def test_each_link_names_something_that_the_package_has(links):
    hrefs = {link["href"] for each in links.values() for link in each}
    assert len(hrefs) > 100
    for href in sorted(hrefs):
        address = urlsplit(href)
        assert (address.scheme, address.netloc) == ("https", "www.tensorflow.org")
        name = address.path.removeprefix("/api_docs/python/").replace("/", ".")
        assert exists(f"{name}#{address.fragment}" if address.fragment else name)


def test_each_link_says_what_its_code_says(links):
    for each in links.values():
        for link in each:
            last = link.text.rpartition(".")[2]
            aliases = {"scaling": "LossScaleOptimizer"}
            assert link["title"].rpartition(".")[2] == aliases.get(last, last)
            path = link["href"].partition("/python/")[2].replace("#", "/")
            assert link["title"] == path.replace("/", ".")


def test_no_upgrade_takes_the_links_away(links):
    assert sum(map(len, links.values())) > AT_LEAST
    for name, each in links.items():
        assert each, name


def test_a_program_run_without_keras_3_has_no_links(project):
    program = read_program(project, "porting/side-by-side/activity_keras2.py")
    assert "tf_keras" in program.imports
    found = [each.name for each in references(program.text)]
    assert not [name for name in found if name.startswith("tf.keras")]


def test_links_hold_text_alone_and_do_not_nest(links):
    for each in links.values():
        for link in each:
            assert not link.find(True)
            assert not link.find_parent("a")
