"""How long a page takes is counted by its words, without those that nobody reads."""

import pytest

from site_extras.reading import minutes

TAB = '<div class="tabbed-block"><div>{}</div></div>'


def words(count):
    return "<p>" + "word " * count + "</p>"


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 1), (200, 1), (290, 1), (310, 2), (490, 2), (1000, 5)]
)
def test_a_minute_is_two_hundred_words(count, expected):
    assert minutes(words(count)) == expected


def test_code_and_output_count_as_prose_does():
    assert minutes(f"<pre><code>{'x = 1 ' * 200}</code></pre>") == 3


def test_what_is_folded_is_not_counted():
    folded = f"<details>{words(900)}<details>{words(900)}</details>more</details>"
    assert minutes(folded + words(400)) == 2


def test_the_exercise_is_not_counted_but_what_follows_it_is():
    exercise = f"<h2 id='exercise'>Exercise</h2>{words(900)}<h3>Part</h3>{words(900)}"
    assert minutes(words(200) + exercise + "<h2>Next</h2>" + words(400)) == 3


def test_what_a_section_is_searched_by_is_not_counted():
    searched = f"<p><em>Also searched as: {'word ' * 400}</em></p>"
    assert minutes(words(200) + searched + words(200)) == 2


def test_only_the_first_of_several_tabs_is_counted():
    tabs = TAB.format(words(200)) + TAB.format(words(900)) + TAB.format(words(900))
    tabs = f'<div class="tabbed-content">\n{tabs}</div>'
    assert minutes(words(200) + tabs) == 2
    assert minutes(words(200) + tabs + words(400)) == 4


def test_tabs_in_tabs_are_counted_alike():
    inner = f"{TAB.format(words(150))}{TAB.format(words(900))}"
    inner = f'<div class="tabbed-content">{inner}</div>'
    tabs = TAB.format(words(150) + inner) + TAB.format(words(900) + inner)
    page = f'{words(100)}<div class="tabbed-content">{tabs}</div>'
    assert minutes(page) == 2
    assert minutes(page + words(200)) == 3
