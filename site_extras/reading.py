"""How long it takes to read a page."""

from __future__ import annotations

from html.parser import HTMLParser

from site_extras.search_index import SEARCHED

EXERCISES = {"exercise", "exercises"}  # anchors of the section that ends a chapter
WORDS_A_MINUTE = 200  # of prose, code and output alike


def minutes(html: str) -> int:
    """Return the minutes that it takes to read a page's content, at least one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return max(1, round(len("".join(reader.text).split()) / WORDS_A_MINUTE))


class _Reader(HTMLParser):
    """Collects the text that a reader reads from the top of a page to its end.

    In a set of tabs, that is only the text of the first tab. Text inside `details` is
    not counted, nor is the section with the exercises, which takes time of its own, nor
    what a section is searched by.
    """

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.skipped_divs = 0  # how many are open, counted from the skipped tab on
        self.opened_tabs = False  # whether the last tag opened a set of tabs
        self.open_details = 0
        self.in_exercise = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where text begins that is not counted."""
        classes = (dict(attrs).get("class") or "").split()
        is_later_tab = "tabbed-block" in classes and not self.opened_tabs
        if tag == "div" and (self.skipped_divs or is_later_tab):
            self.skipped_divs += 1
        self.open_details += tag == "details"
        if tag == "h2":
            self.in_exercise = dict(attrs).get("id") in EXERCISES
        self.opened_tabs = "tabbed-content" in classes

    def handle_endtag(self, tag: str) -> None:
        """Note where text ends that is not counted."""
        if tag == "div" and self.skipped_divs:
            self.skipped_divs -= 1
        self.open_details -= tag == "details"
        self.opened_tabs = False

    def handle_data(self, data: str) -> None:
        """Collect the text that is counted."""
        is_skipped = self.skipped_divs or self.open_details or self.in_exercise
        if not is_skipped and not data.startswith(SEARCHED):
            self.text.append(data)
