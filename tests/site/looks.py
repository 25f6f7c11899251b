"""What can be seen of an open page: each look returns the faults that it finds."""

from pathlib import Path

from playwright.sync_api import Page

KEYBOARD = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")
AT_ONCE = 20  # presses of a key, before the page is asked how far they went
SCHEMES = {"light": "default", "dark": "slate"}  # as Material calls them
# The colour scheme changes colours alone: in the dark, these rules of axe are enough.
RULES = {"light": None, "dark": ["color-contrast", "link-in-text-block"]}

# Before any script of the page: how far things have moved since it was opened.
SHIFT = """{
  let shift = 0
  const add = entries => { for (const entry of entries) shift += entry.value }
  const observer = new PerformanceObserver(list => add(list.getEntries()))
  observer.observe({type: "layout-shift", buffered: true})
  window.shifted = () => (add(observer.takeRecords()), shift)
}"""

# What a reader comes by; pictures in tabs that stay closed are not fetched. After the
# second frame, what has come is painted.
READ = """async () => {
  await document.fonts.ready
  const broken = []
  await Promise.all([...document.images].filter(image => image.checkVisibility())
    .map(image => {
      image.loading = "eager"
      return image.decode().catch(() => broken.push(image.outerHTML.slice(0, 90)))
    }))
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
  return broken
}"""

ON_A_PHONE = """() => {
  const room = document.documentElement
  scrollTo(1000, 0)
  const sideways = scrollX
  scrollTo(0, 0)
  const allowed = "pre, code, table, .tabbed-labels"
  const scrolling = [...document.querySelectorAll(".md-content *")].filter(element =>
    /auto|scroll/.test(getComputedStyle(element).overflowX) &&
    element.scrollWidth > element.clientWidth + 1 && element.checkVisibility() &&
    !element.matches(allowed) && !element.querySelector(allowed))
  const short = element => element.outerHTML.slice(0, 90)
  return {
    "moves sideways on a phone": sideways ? [`${sideways} pixels`] : [],
    "scrolls sideways, but is no code, table or tabs": scrolling.map(short),
    "image without a size": [...document.images]
      .filter(image => !(image.getAttribute("width") && image.getAttribute("height")))
      .map(short),
    "shifts while it loads": shifted() > 0.01 ? [`by ${shifted()}`] : [],
  }
}"""

AXE = """async (rules) => {
  const found = await axe.run({
    resultTypes: ["violations"],
    ...(rules && {runOnly: {type: "rule", values: rules}}),
  })
  return found.violations.map(({id, nodes: [first, ...others]}) =>
    `${id}: ${first.target.join(" ")}: ` +
    `${first.failureSummary.split("\\n")[1]?.trim()}` +
    (others.length ? ` and ${others.length} more` : ""))
}"""

# The last press may have opened the search, which lies over other controls.
LEAVE = """() => {
  const search = document.querySelector("#__search")
  if (search.checked) search.click()
  scrollTo(0, 0)
}"""

TOGGLE = "[data-md-component=palette] label:visible"

# Clicks each button, and returns what it would have put in the clipboard.
CLICK_ALL = """async () => {
  const written = [];
  navigator.clipboard.write = async ([item]) => {
    written.push(await (await item.getType("text/plain")).text());
  };
  const found = [];
  for (const program of document.querySelectorAll(".program[data-source]")) {
    for (const button of program.querySelectorAll(".copy button")) {
      const before = written.length;
      button.click();
      while (written.length === before) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    found.push(written.splice(0));
  }
  return found;
}"""

Faults = dict[str, list[str]]


def read(page: Page) -> list[str]:
    """Wait until a reader has all that there is to see; return the images that fail."""
    return page.evaluate(READ)


def on_a_phone(page: Page) -> Faults:
    """Return what is wrong with a page at the width of a phone, since it was opened."""
    return page.evaluate(ON_A_PHONE)


def by_keyboard(page: Page) -> Faults:
    """Return what the Tab key does not reach, or not in order, or without a sign."""
    page.evaluate(KEYBOARD)
    presses = 0
    while not page.evaluate("presses => keyboard.isRound(presses)", presses):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        presses += AT_ONCE
    report = page.evaluate("() => keyboard.report()")
    reached, links = report.pop("reached"), page.locator("article a:visible").count()
    assert reached > links, f"reached {reached} controls, of {links} links alone"
    page.evaluate(LEAVE)
    return report


def by_axe(page: Page, axe: str) -> Faults:
    """Return the rules of axe that a page violates, in light and in dark.

    The page is open in light, and it is left so. axe comes by the browser's own
    protocol, which no policy refuses, and puts nothing on the page that one would.
    """
    page.evaluate(axe)
    faults = {}
    for scheme, name in SCHEMES.items():
        if scheme == "dark":
            _switch(page, scheme)
        shown = page.locator("body").get_attribute("data-md-color-scheme")
        assert shown == name
        faults[f"axe, in {scheme}"] = page.evaluate(AXE, RULES[scheme])
    _switch(page, "light")
    return faults


def _switch(page: Page, scheme: str) -> None:
    """Choose the other colours, as a reader does whose system chooses them too."""
    page.emulate_media(color_scheme=scheme)
    page.locator(TOGGLE).click()
    page.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]").wait_for()


def copied(page: Page, expected: list[list[str]]) -> Faults:
    """Return the blocks whose buttons do not copy what they should."""
    found = page.evaluate(CLICK_ALL)
    if len(found) != len(expected):
        return {"copies": [f"{len(found)} blocks, not {len(expected)}"]}
    pairs = enumerate(zip(found, expected, strict=True), 1)
    return {
        "copies": [f"block {at}: {f!r}, not {e!r}" for at, (f, e) in pairs if f != e]
    }
