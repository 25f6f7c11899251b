"""A chapter on paper has all of its text, code and outputs, and nothing to click."""

import pytest

WIDTH = 794  # of an A4 page, in CSS pixels
SPACE = 9  # the width of a space in code, which may hang over the end of a line
PAGES = ["layers/losses", "layers/layer-class", "layers/shapes"]

# What differs from white paper, or from dark ink on it.
PALE = """
() => {
  const luminance = (colour) => {
    const [r, g, b, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    const mix = (each) => each * alpha + 255 * (1 - alpha);
    return (0.2126 * mix(r) + 0.7152 * mix(g) + 0.0722 * mix(b)) / 255;
  };
  const texts = [...document.querySelectorAll("article *")].filter((each) =>
    each.checkVisibility() &&
    [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return texts.filter((each) => {
    const dark = luminance(getComputedStyle(each).color) < 0.4;
    let light = true;
    for (let box = each; box; box = box.parentElement) {
      light &&= luminance(getComputedStyle(box).backgroundColor) > 0.8;
    }
    return !dark || !light;
  }).map((each) => each.outerHTML.slice(0, 100));
}
"""

# Hidden or cut, though it is text that the chapter has.
LOST = """
() => [...document.querySelectorAll("article :is(.program pre, .output, img)")]
  .filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return !each.checkVisibility({ visibilityProperty: true }) || !width || !height ||
      each.scrollHeight > each.clientHeight + 1 && each.tagName !== "IMG" ||
      each.scrollWidth > each.clientWidth + 1 && each.tagName !== "IMG";
  })
  .map((each) => each.outerHTML.slice(0, 100))
"""

# Each tab's name, where it stands, and where what it holds begins and ends.
TABS = """
() => [...document.querySelectorAll(".tabbed-set")].map((set) => {
  const blocks = [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
  const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
  return labels.flatMap((label, number) => {
    const name = label.getBoundingClientRect();
    const block = blocks[number].getBoundingClientRect();
    return [name.top, name.bottom, block.top, block.bottom];
  });
})
"""

CLICKED = (
    ".md-header, .md-sidebar, .md-footer, .md-search, .md-top, .md-skip, .md-dialog, "
    ".md-typeset button, .copy, .headerlink, .page-facts__actions, .ran a"
)


@pytest.fixture(params=["light", "dark"])
def printed(request, browser, site):
    """Return a page of a browser that prints what readers of a scheme see."""
    context = browser.new_context(
        color_scheme=request.param, viewport={"width": WIDTH, "height": 1123}
    )
    page = context.new_page()

    def visit(name):
        page.goto((site / f"{name}.html").as_uri())
        scheme = page.evaluate("document.body.dataset.mdColorScheme")
        assert scheme == {"light": "default", "dark": "slate"}[request.param]
        page.emulate_media(media="print", color_scheme=request.param)
        return page

    yield visit
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_to_click_is_printed(printed, name):
    page = printed(name)
    found = page.locator(CLICKED)
    assert found.count() > 10
    assert not [each for each in found.all() if each.is_visible()]
    assert page.locator(".md-typeset h1").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_no_code_output_or_figure_is_hidden_or_cut(printed, name):
    assert printed(name).evaluate(LOST) == []


@pytest.mark.parametrize("name", PAGES)
def test_each_tab_is_printed_under_its_name(printed, name):
    sets = printed(name).evaluate(TABS)
    assert sets
    for edges in sets:
        assert edges == sorted(edges)
        assert len(set(edges)) > len(edges) / 2  # they take room


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_paper(printed, name):
    wide = printed(name).evaluate(
        """(right) => [...document.querySelectorAll("article *")]
          .filter((each) => each.getBoundingClientRect().right > right)
          .map((each) => each.outerHTML.slice(0, 100))""",
        WIDTH + SPACE,
    )
    assert wide == []


@pytest.mark.parametrize("name", PAGES)
def test_ink_is_dark_and_paper_white_in_each_scheme(printed, name):
    assert printed(name).evaluate(PALE) == []


def test_the_dot_before_a_link_that_is_not_printed_is_not_printed(printed):
    ran = printed("layers/losses").locator(".ran").all_inner_texts()
    assert ran
    assert not [each for each in ran if "·" in each or "whole" in each]


def test_a_figure_is_not_larger_than_the_paper(printed):
    boxes = [
        each.bounding_box()
        for each in printed("models/vae").locator("article img").all()
    ]
    assert boxes
    for box in boxes:
        assert box["width"] <= WIDTH and box["height"] <= 1000
