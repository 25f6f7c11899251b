"""Each block and each output has an address that leads there, whatever is closed."""

import pytest

from tests.current import current
from tests.site.visit import PHONE, WIDE, visit

PAGE = "layers/gradients.html"
# In a tab that is closed at first; folded away; the output of one backend; a tab.
PLACES = [
    "by_inputs_jax-use",
    "solution_unit-solve",
    "finite-measure-output-torch",
    "gradients-with-respect-to-inputs-jax",
    "stop-with-output",
]
IN_SIGHT = """name => {
  const place = document.getElementById(name)
  const seen = place.matches("input") ? place.parentElement : place
  const { top } = seen.getBoundingClientRect()
  const header = document.querySelector(".md-header").getBoundingClientRect()
  return seen.checkVisibility() && (place.checked ?? true)
    && top >= header.bottom - 1 && top < innerHeight - 20
}"""


@pytest.fixture(params=["http", "file"])
def root(request, site, server):
    """Return the root of the site, as it is served or on a disk."""
    return server.url("") if request.param == "http" else f"{site.as_uri()}/"


def test_each_block_has_the_address_of_its_file_and_cell(chapters):
    for uri, shown in current().shown.items():
        blocks = chapters[uri].select(".program")
        names = []
        for block, each in zip(blocks, shown.values(), strict=True):
            name = f"{each.program.path.stem}-{each.cell.name}"
            names.append(name)
            again = names.count(name)
            assert block["id"] == (name if again == 1 else f"{name}-{again}")
            for output in block.select(".output")[:1]:
                assert output.find_parent(id=f"{block['id']}-output") or (
                    output["id"] == f"{block['id']}-output"
                )


def test_an_address_leads_to_its_place(browser, root):
    for place in PLACES:
        with visit(browser, root, f"{PAGE}#{place}") as (page, noted):
            page.wait_for_function(IN_SIGHT, arg=place)
            assert noted.problems() == []


def test_a_link_of_the_page_leads_there_too(browser, root):
    with visit(browser, root, PAGE) as (page, noted):
        for place in PLACES:
            page.evaluate("place => { location.hash = place }", place)
            page.wait_for_function(IN_SIGHT, arg=place)
        assert noted.problems() == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_block_tells_its_address(browser, server, size):
    with visit(browser, server, PAGE, viewport=size) as (page, _):
        block = page.locator(".program").nth(2)
        link = block.get_by_role("link", name="Address of this block")
        link.click()
        page.wait_for_url(f"**/{PAGE}#{block.get_attribute('id')}")
        page.wait_for_function(IN_SIGHT, arg=block.get_attribute("id"))
        box = link.bounding_box()
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] + box["width"] <= size["width"]


def test_groups_of_tabs_have_names(browser, server):
    with visit(browser, server, PAGE) as (page, _):
        groups = page.get_by_role("group", name="TensorFlow or JAX or PyTorch")
        assert groups.count() > 2
