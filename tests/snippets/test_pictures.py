"""The pictures that programs draw of Keras show what the pages say of them.

They are made from live objects. So a version of Keras that does things in another order
changes the picture, and fails a test here that names the old order.
"""

import re
from itertools import pairwise

from execdocs.records.output import Figure

ORDER = "reference/life-of-a-call/order.py"
STORES = "reference/tracking/stores.py"

FIRST_CALL = [
    "1. DTypePolicy.convert_input",
    "3. Layer._assert_input_compatibility",
    "4. Scale.build",
    "4. Layer._lock_state",
    "4. Layer._assert_input_compatibility",
    "5. Layer._clear_losses",
    "5. Layer._resolve_and_populate_arg",
    "7. Scale.call",
    "7. Layer.add_loss",
    "7. Scale.compute_mask",
    "7. Layer._maybe_reset_call_context",
]
NOT_AGAIN = ["4. Scale.build", "4. Layer._lock_state"]
NESTED = """
Block.build of block
Scale.build of child
Layer._lock_state of child
Layer._lock_state of block
Layer._clear_losses of block
Layer._clear_losses of child
Layer._resolve_and_populate_arg of block
Block.call of block
    Layer._resolve_and_populate_arg of child
    Scale.call of child
    Layer._maybe_reset_call_context of child
Layer._maybe_reset_call_context of block
"""


def svg(outputs):
    """Return the only figure among outputs."""
    (figure,) = [output for output in outputs if isinstance(output, Figure)]
    return figure.data.decode()


def drawn(outputs):
    """Return the words of a figure, in the order that it draws them."""
    return re.findall(r"<!-- (.+?) -->", svg(outputs))


def markers(outputs):
    """Return the words of a figure, and how many markers there are of each colour."""
    colours = re.findall(r"<use [^>]*fill: (#\w+)", svg(outputs))
    return {colour: colours.count(colour) for colour in colours}


def test_a_first_call_goes_through_its_steps_in_this_order(printed):
    assert printed(ORDER, "first").splitlines() == FIRST_CALL


def test_the_picture_of_a_call_shows_these_functions_in_this_order(recorded):
    words = drawn(recorded(ORDER, "draw"))
    headings = [word for word in words if re.match(r"\d\. ", word)]
    names = [word for word in words if re.fullmatch(r"\w+\.\w+", word)]
    assert [heading[:2] for heading in headings] == [f"{n}." for n in range(1, 9)]
    assert names == [each[3:] for each in FIRST_CALL] + ["Node.__init__"]


def test_the_columns_of_the_picture_differ_as_the_page_says(recorded):
    found = markers(recorded(ORDER, "draw"))
    first = len(FIRST_CALL)
    second = first - len(NOT_AGAIN) - 1  # the second look at the input spec
    symbolic = first - len(["convert_input", "add_loss"]) + len(["Node"])
    yours = 3 + 2 + 3  # build, call, compute_mask
    assert found["#ff7f0e"] == yours
    assert found["#1f77b4"] == first + second + symbolic - yours
    assert found["#808080"] == 3 * 8


def test_a_child_is_built_before_its_call_and_cleared_by_its_parent(printed):
    lines = iter(printed(ORDER, "nested").splitlines())
    for line in NESTED.strip().splitlines():
        assert line in lines, f"{line!r} is missing, or comes too early"
    text = printed(ORDER, "nested")
    assert "    Layer._clear_losses" not in text


def test_a_layer_tracks_what_the_page_says(recorded):
    words = drawn(recorded(STORES, "draw"))
    assert [word for word in words if word.startswith("self.")] == [
        "self.again",
        "self.scale",
        "self.offset",
        "self.count",
        "self.mean",
        "self.child",
        'self.heads["right"]',
        "self.steps[0]",
        "self.steps[1]",
        "self.steps[2]",
        "self.pair[0]",
        "self.pair[1]",
        'self.heads["left"][0]',
        "self.seeds",
    ]
    assert "not tracked" not in words
    assert [word for word in words if not word.startswith("self.")] == [
        *("trainable_variables", "scale", "no_attribute", "offset"),
        *("non_trainable_variables", "count"),
        *("metrics", "mean"),
        *("layers", "child", "first", "second", "third", "one", "other", "deep"),
        *("seed_generators", "seeds"),
    ]


def test_what_escapes_is_drawn_as_not_tracked(recorded):
    words = drawn(recorded(STORES, "lose"))
    lost = [before for before, word in pairwise(words) if word == "not tracked"]
    assert lost == [
        'self.heads["left"]',
        "self.plain.dense",
        "self.queue[0]",
        "self.steps[0]",
        "self.table",
        "self.tensor",
    ]
    assert words[-3:] == ["layers", "replaced", "kept"]
