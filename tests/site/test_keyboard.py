"""The keyboard reaches every control in order, and shows where it is."""

from pathlib import Path

import pytest

from tests.site.conftest import every_kind
from tests.site.visit import visit

SCRIPT = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")


@pytest.mark.timeout(900)  # each control of each page takes a press of a real key
@every_kind
def test_tab_reaches_every_control_in_order_with_visible_focus(
    browser, server, pages, kind
):
    problems = {}
    # Pages of programs and notebooks are alike: two of each show what there is.
    names = pages if kind == "chapters" else pages[:2]
    with visit(browser, server) as (page, _):
        for name in names:
            page.goto(server.url(name), wait_until="networkidle")
            page.evaluate(SCRIPT)
            for _ in range(page.evaluate("keyboard.presses()")):
                page.keyboard.press("Tab")
            report = page.evaluate("keyboard.report()")
            assert report.pop("reached") > 10, name
            if found := {what: each for what, each in report.items() if each}:
                problems[name] = found
    assert problems == {}
