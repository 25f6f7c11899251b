"""How long it takes to read a page."""

from __future__ import annotations

from html.parser import HTMLParser

WORDS_A_MINUTE = 200  # of prose, code and output alike


def minutes(html: str) -> int:
    """Return the minutes that it takes to read a page's content, at least one."""
    reader = _Reader()
    reader.feed(html)
    return max(1, round(len("".join(reader.text).split()) / WORDS_A_MINUTE))


class _Reader(HTMLParser):
    """Reads what one reader reads: of several tabs the first, and nothing folded.

    An exercise is not read but done.
    """

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.skipped = 0  # `div`s that are open, from the unread tab on
        self.begins_tabs = False  # whether the tag before opened a set of tabs
        self.folded = 0  # `details` that are open
        self.does = False  # whether this is the section with the exercise

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Skip a tab that is not the first of its set."""
        classes = (dict(attrs).get("class") or "").split()
        is_unread = "tabbed-block" in classes and not self.begins_tabs
        if tag == "div" and (self.skipped or is_unread):
            self.skipped += 1
        self.folded += tag == "details"
        if tag == "h2":
            self.does = dict(attrs).get("id") == "exercise"
        self.begins_tabs = "tabbed-content" in classes

    def handle_endtag(self, tag: str) -> None:
        """Read on where the unread tab ends."""
        if tag == "div" and self.skipped:
            self.skipped -= 1
        self.folded -= tag == "details"
        self.begins_tabs = False

    def handle_data(self, data: str) -> None:
        """Read."""
        if not (self.skipped or self.folded or self.does):
            self.text.append(data)
