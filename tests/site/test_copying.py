"""What the page's buttons put in the clipboard is a program that prints what it shows.

That each program prints so, on each backend, is tested by pytest-codeblocks (`make
test-runs`); that the buttons of each block copy exactly this, by the visit of its page.
"""

import pytest

from execdocs.editions.codeblocks import printed_through
from tests.current import current
from tests.site.conftest import page_of, pages_of
from tests.site.visit import READY

SAMPLE = 10
# Solutions are folded away, and pairs of programs are in tabs.
SHOW = """block => {
  for (let each = block; each; each = each.parentElement) {
    if (each.matches("details")) each.open = true;
    if (each.matches(".tabbed-block")) {
      const place = [...each.parentElement.children].indexOf(each);
      each.closest(".tabbed-set").querySelectorAll(":scope > input")[place].click();
    }
  }
}"""


@pytest.fixture(scope="session")
def blocks():
    """Return the blocks of each page, with what they show."""
    return {
        page.name: [
            (shown.program, shown.cell) for shown in current().shown[page.uri].values()
        ]
        for page in current().pages.values()
    }


@pytest.fixture
def page(browser):
    """Return an empty page of a browser that lets scripts use the clipboard."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.timeout(900)  # it runs several programs
def test_what_is_pasted_runs_and_prints_what_the_page_shows(
    page, server, blocks, reader, tmp_path
):
    every = [
        (name, position, program, cell)
        for name, shown in blocks.items()
        for position, (program, cell) in enumerate(shown)
        if program.backends[0] == "tensorflow" and not cell.raises
    ]
    for name, position, program, cell in every[:: len(every) // SAMPLE][:SAMPLE]:
        page.goto(server.url(f"{name}.html"))
        block = page.locator(".program[data-source]").nth(position)
        block.evaluate(SHOW)
        button = block.get_by_role("button", name="Copy program to here")
        button.focus()
        page.keyboard.press("Enter")
        block.get_by_text("Copied").first.wait_for()
        folder = tmp_path / name / str(position)
        folder.mkdir(parents=True)
        file = folder / "pasted.py"
        file.write_text(page.evaluate("navigator.clipboard.readText()"))
        done = reader.run(file, "tensorflow", folder)
        assert done.status == 0, done.stderr
        record = current().records[program.name, "tensorflow"]
        assert done.stdout == printed_through(program, cell, record), (
            f"{name}: {cell.name}"
        )


def test_the_buttons_work_after_instant_navigation(page, server, blocks):
    page.goto(server.url("layers/losses.html"))
    page.evaluate("window.kept = true")
    page.get_by_role("link", name="Precision", exact=True).first.click()
    page.wait_for_url("**/layers/precision.html")
    page.get_by_role("heading", name="Precision", level=1).wait_for()
    assert page.evaluate("window.kept"), "the page was loaded anew"
    _, cell = blocks["layers/precision"][1]
    block = page.locator(".program[data-source]").nth(1)
    assert block.get_by_role("button").count() == 2
    block.get_by_role("button", name="block alone").focus()
    page.keyboard.press("Space")
    block.get_by_text("Copied").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{cell.source}\n"


def test_the_buttons_work_in_tabs_and_from_a_file(page, site, blocks):
    name = "models/training-loop"
    page.goto(page_of(site, name).as_uri())
    shown = blocks[name]
    position = next(
        number for number, (program, _) in enumerate(shown) if "jax" in program.name
    )
    page.locator(".tabbed-labels label", has_text="JAX").first.click()
    block = page.locator(".program[data-source]").nth(position)
    block.get_by_role("button", name="Copy program to here").click()
    block.get_by_text("Copied").first.wait_for()
    # No script may read the clipboard of a page opened from a file; a reader pastes.
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+V")
    program, cell = shown[position]
    assert page.locator("body > textarea").input_value() == program.through(cell)


def test_a_page_is_copied_as_markdown(page, server, site):
    page.goto(server.url("layers/losses.html"))
    page.get_by_role("button", name="Copy page as Markdown").click()
    page.get_by_text("Copied").first.wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == (site / "layers/losses.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("what", ["offline", "missing", "refused"])
def test_a_page_that_cannot_be_copied_says_so(page, server, what):
    page.goto(server.url("layers/losses.html"))
    page.wait_for_function(READY)
    page.evaluate("navigator.clipboard.writeText('before')")
    if what == "refused":
        page.evaluate("""
          navigator.clipboard.write = async () => { throw new Error("refused") };
          document.execCommand = () => false;
        """)
    else:
        page.route(
            "**/losses.md",
            lambda route: (
                route.abort()
                if what == "offline"
                else route.fulfill(status=404, body="?")
            ),
        )
    page.get_by_role("button", name="Copy page as Markdown").click()
    page.get_by_role("button", name="Could not copy").wait_for()
    assert page.locator(".copy-status").inner_text() == "Could not copy"
    assert page.evaluate("navigator.clipboard.readText()") == "before"
    page.get_by_role("button", name="Copy page as Markdown").wait_for()


def test_a_page_is_copied_within_the_click(page, server):
    """Else Safari refuses: there, the right to copy ends with the click."""
    page.goto(server.url("layers/losses.html"))
    page.wait_for_function(READY)
    page.evaluate("""() => {
      window.during = [];
      const write = navigator.clipboard.write.bind(navigator.clipboard);
      navigator.clipboard.write = (items) => {
        window.during.push(Boolean(window.event));
        return write(items);
      };
    }""")
    page.get_by_role("button", name="Copy page as Markdown").click()
    page.get_by_text("Copied").first.wait_for()
    assert page.evaluate("window.during") == [True]


def test_the_keyboard_stays_where_it_copied_without_a_clipboard(page, server):
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(server.url("layers/losses.html"))
    page.wait_for_function(READY)
    button = page.get_by_role("button", name="Copy program to here").first
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Copied").first.wait_for()
    assert page.evaluate("document.activeElement.matches('.copy button')")


def test_cells_and_whole_programs_have_a_button_too(page, server, site):
    for name in ("notebooks/index.html", "programs/index.html"):
        assert name in pages_of(site, name.split("/")[0])
        page.goto(server.url(name))
        code = page.locator("pre > code").first
        page.get_by_role("button", name="Copy", exact=True).first.click()
        page.get_by_text("Copied").first.wait_for()
        copy = page.evaluate("navigator.clipboard.readText()")
        assert copy == code.text_content()


def test_a_figure_opens_in_a_dialog_and_closes(page, server):
    page.goto(server.url("layers/losses.html"))
    figure = page.locator("a.enlarge").first
    before = figure.bounding_box()
    figure.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog")
    assert dialog.get_by_role("img").bounding_box()["width"] > before["width"]
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert figure.evaluate("link => link === document.activeElement")
    assert page.url.endswith("layers/losses.html")
