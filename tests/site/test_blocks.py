"""A block and its buttons stand together, and can be told apart by every reader."""

import io

import pytest
from PIL import Image

from tests.site import needs
from tests.site.visit import PHONE, WIDE, visit

# How far the code is below the name of its file, and the buttons from its middle.
DISTANCES = """() => [...document.querySelectorAll(".highlight > .filename")]
  .filter(name => name.checkVisibility())
  .map(name => {
    const box = name.getBoundingClientRect()
    const code = name.parentElement.querySelector("pre").getBoundingClientRect()
    const bar = name.parentElement.querySelector(".copy").getBoundingClientRect()
    return [code.top - box.bottom, (bar.top + bar.bottom - box.top - box.bottom) / 2]
  })"""

SELECT = """block => {
  getSelection().selectAllChildren(block)
  return getSelection().toString()
}"""

AXE = """async () => (await axe.run({
  runOnly: {type: "rule", values: ["scrollable-region-focusable", "aria-dialog-name"]},
})).violations.flatMap(each => each.nodes.map(node => node.html.slice(0, 100)))"""
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


def strip(page, box):
    """Return the colours in a part of the window."""
    clip = dict(zip(("x", "y", "width", "height"), box, strict=True))
    image = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
    return {colour for _, colour in image.getcolors(1 << 20)}


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["layers/losses.html", "programs/layers/losses.html"])
def test_the_code_stands_below_its_name_and_the_buttons_beside_it(
    browser, server, name, size
):
    with visit(browser, server, name, viewport=size) as (page, _):
        distances = page.evaluate(DISTANCES)
        assert len(distances) > 5
        for gap, beside in distances:
            assert abs(gap) < 0.5
            assert abs(beside) <= 1


def test_who_selects_a_block_gets_no_words_of_its_buttons(browser, server):
    with visit(browser, server, "layers/losses.html") as (page, _):
        program = page.locator(".program").first
        text = program.evaluate(SELECT)
        code = program.locator("code").first.inner_text()
        assert "".join(code.split()) in "".join(text.split())
        for button in program.get_by_role("button").all():
            assert button.inner_text() not in text


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_forced_colours_show_which_tab_is_open(browser, server, scripts):
    with visit(
        browser,
        server,
        "layers/losses.html",
        forced_colors="active",
        java_script_enabled=scripts,
    ) as (page, _):
        tabs = page.locator(".tabbed-set").first
        tabs.scroll_into_view_if_needed()
        for chosen in range(3):
            labels = tabs.locator("> .tabbed-labels > label").all()
            labels[chosen].click()
            page.mouse.move(0, 0)
            page.wait_for_timeout(50)
            for number, label in enumerate(labels):
                box = label.bounding_box()
                # Below its letters, and not at its ends.
                line = (box["x"] + 8, box["y"] + box["height"] - 6, 20, 6)
                assert (len(strip(page, line)) > 1) == (number == chosen)


def test_forced_colours_show_which_lines_are_marked(browser, server):
    name = "porting/side-by-side.html"
    with visit(browser, server, name, forced_colors="active") as (page, _):
        line = page.locator(".hll:visible").first
        line.scroll_into_view_if_needed()
        box = line.bounding_box()
        marked = (box["x"], box["y"] + 2, 10, box["height"] - 4)
        above = (box["x"] + 1, box["y"] - box["height"], 10, box["height"] - 4)
        assert len(strip(page, marked)) > 1
        assert len(strip(page, above)) == 1


def test_a_phone_enlarges_a_figure(browser, server):
    with visit(browser, server, "layers/losses.html", **TOUCH) as (page, noted):
        page.evaluate(needs.npm("axe-core/axe.min.js").read_text(encoding="utf-8"))
        figure = page.locator("a.enlarge").first
        before = figure.locator("img").bounding_box()
        figure.tap()
        dialog = page.get_by_role("dialog", name="Enlarged figure")
        image = dialog.get_by_role("img")
        assert image.bounding_box()["width"] > 2 * before["width"]
        room = dialog.locator("div")
        room.evaluate("room => room.scrollTo(1000, 0)")
        box = image.bounding_box()
        assert box["x"] + box["width"] <= PHONE["width"]
        close = dialog.get_by_role("button", name="Close")
        box = close.bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE["width"]
        assert page.evaluate(AXE) == []
        close.tap()
        dialog.wait_for(state="detached")
        assert noted.problems() == []


@pytest.mark.parametrize("name", ["layers/serialization.html", "layers/losses.html"])
def test_what_scrolls_on_a_phone_takes_the_focus(browser, server, name):
    with visit(browser, server, name, **TOUCH) as (page, _):
        page.evaluate(needs.npm("axe-core/axe.min.js").read_text(encoding="utf-8"))
        assert page.evaluate(AXE) == []


def test_code_that_scrolls_on_a_phone_shows_it(browser, server):
    with visit(browser, server, "layers/serialization.html", **TOUCH) as (page, _):
        wide = page.locator(
            "xpath=//pre/code[contains(., 'register_keras_serializable')]"
        )
        code = wide.first
        assert code.evaluate("code => code.scrollWidth > code.clientWidth")
        code.scroll_into_view_if_needed()
        shots = []
        for left in (0, 10_000):
            code.evaluate("(code, left) => { code.scrollLeft = left }", left)
            box = code.bounding_box()
            # Between the edge and the first line, so that no letter is in it.
            edge = (box["x"] + box["width"] - 8, box["y"] + 4, 8, 6)
            shots.append(len(strip(page, edge)))
        assert shots[0] > 3
        assert shots[1] == 1
