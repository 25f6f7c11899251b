"""No Python fence of a page escapes: `check` and the extension say the same of it.

The module `execdocs.pages.fences` is tested through both.
"""

import textwrap

import pytest

from execdocs.model.problem import Refused

INCLUDE = '--8<-- "kept.py:good"'
NOT_RUN = ["Python that is not run", "--8<--", "call the fence `text`"]

# A page, the line of the mistake, what the message says.
MISTAKES = {
    "plain": ("```python\nprint(1)\n```", 1, NOT_RUN),
    "below prose": ("Text.\n\n```python\nprint(1)\n```\n\nMore.", 3, NOT_RUN),
    "py": ("```py\nprint(1)\n```", 1, NOT_RUN),
    "py3": ("```py3\nprint(1)\n```", 1, NOT_RUN),
    "pycon": ("```pycon\n>>> print(1)\n```", 1, NOT_RUN),
    "capital letters": ("```Python\nprint(1)\n```", 1, NOT_RUN),
    "space before the language": ("``` python\nprint(1)\n```", 1, NOT_RUN),
    "title": ('```python title="a.py"\nprint(1)\n```', 1, NOT_RUN),
    "four ticks": ("````python\nprint(1)\n````", 1, NOT_RUN),
    "tildes": ("~~~python\nprint(1)\n~~~", 1, NOT_RUN),
    "braces": ("```{.python}\nprint(1)\n```", 1, NOT_RUN),
    "braces and title": ('``` { .python title="a.py" }\nprint(1)\n```', 1, NOT_RUN),
    "id before the language": ("```{#id .python}\nprint(1)\n```", 1, NOT_RUN),
    "inside a list": ("- one\n\n    ```python\n    print(1)\n    ```", 3, NOT_RUN),
    "inside an admonition": (
        "!!! note\n\n    ```python\n    print(1)\n    ```",
        3,
        NOT_RUN,
    ),
    "inside a tab": ('=== "A"\n\n    ```py\n    print(1)\n    ```', 3, NOT_RUN),
    "indented by a tab": ("- one\n\n\t```python\n\tprint(1)\n\t```", 3, NOT_RUN),
    "inside a quotation": ("> ```python\n> print(1)\n> ```", 1, NOT_RUN),
    "on a list marker": (
        "- ```python\n  print(1)\n  ```",
        1,
        ["does not begin its line", "put it on its own"],
    ),
    "on a number": ("1. ~~~ python\n   print(1)\n   ~~~", 1, ["does not begin its"]),
    "include outside a fence": (f"Text.\n\n{INCLUDE}\n", 3, ["an include outside"]),
    "include in a text fence": (
        f"```text\n{INCLUDE}\n```",
        1,
        ["an include in a fence that is not `python`"],
    ),
    "include in a bare fence": (
        f"```\n{INCLUDE}\n```",
        1,
        ["an include in a fence that is not `python`"],
    ),
    "include beside code": (
        f"```python\n{INCLUDE}\nprint(1)\n```",
        1,
        ["an include beside other lines", "its own fence"],
    ),
    "two includes": (
        f"```python\n{INCLUDE}\n{INCLUDE}\n```",
        1,
        ["an include beside other lines", "its own fence"],
    ),
    "include of a whole program": (
        '```python\n--8<-- "kept.py"\n```',
        1,
        ['`--8<-- "kept.py"`', 'write `--8<-- "program.py:cell"`'],
    ),
    "include without quotes": (
        "```python\n--8<-- kept.py:good\n```",
        1,
        ['write `--8<-- "program.py:cell"`'],
    ),
    "illustration": ("```python illustration\nprint(1)\n```", 1, NOT_RUN),
    "cell in tildes": (
        f"~~~python\n{INCLUDE}\n~~~",
        1,
        ["a fence of tildes", "write three backticks"],
    ),
    "cell in braces": (
        f"```{{.python .extra}}\n{INCLUDE}\n```",
        1,
        ["a fence with braces", "write ```python, and the options after it"],
    ),
    "cell with line numbers": (
        f'```python linenums="1"\n{INCLUDE}\n```',
        1,
        ["`linenums` is not supported", "mark lines by `hl_lines`"],
    ),
    "cell in a quotation": (
        f"Text.\n\n> ```python\n> {INCLUDE}\n> ```",
        3,
        ["a program in a quotation", "put it into an admonition"],
    ),
    "never closed": (f"Text.\n\n```python\n{INCLUDE}\n", 3, ["is never closed", "```"]),
    "closed by other ticks": (
        f"````python\n{INCLUDE}\n```",
        1,
        ["is never closed", "add `````"],
    ),
    "include left of its fence": (
        f"- one\n\n    ```python\n  {INCLUDE}\n    ```",
        3,
        ["not indented like its fence", "by 4 characters"],
    ),
    "include right of its fence": (
        f"```python\n    {INCLUDE}\n```",
        1,
        ["not indented like its fence", "by 0 characters"],
    ),
    "missing program": (
        '```python\n--8<-- "kep.py:good"\n```',
        1,
        ["snippets/kep.py: no such program", "did you mean `kept.py`?"],
    ),
    "program elsewhere": (
        '```python\n--8<-- "/nowhere/kept.py:good"\n```',
        1,
        ["no such program"],
    ),
    "unknown cell": (
        '```python\n--8<-- "kept.py:god"\n```',
        1,
        ["`kept.py` has no cell `god`", "did you mean `good`?"],
    ),
    "no cell named": ('```python\n--8<-- "kept.py:"\n```', 1, ["there is `good`"]),
    "mark beyond the end": (
        f'```python hl_lines="1 2-3"\n{INCLUDE}\n```',
        1,
        ["`hl_lines` marks line 3 of 1"],
    ),
    "description without a figure": (
        f'```python alt="A curve"\n{INCLUDE}\n```',
        1,
        ["shows 0 figure(s)", "the fence describes 1"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_line_by_check_and_on_rendering(kept, mistake):
    text, line, parts = MISTAKES[mistake]
    kept.page(text)
    checked = kept.fails("check")
    assert checked.startswith(f"docs/index.md:{line}")
    assert checked.count("docs/index.md") == 1 or "on a" in mistake
    with pytest.raises(Refused) as rendered:
        kept.html(text)
    assert rendered.value.message.startswith(f"page:{line}")
    for part in parts:
        assert part in checked
        assert part in rendered.value.message


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_tolerant_extension_shows_a_mistake_on_the_page(kept, mistake):
    text, _, parts = MISTAKES[mistake]
    failures = kept.soup(text, tolerant=True).select(".output-failure[role=alert]")
    assert any(parts[0] in failure.text for failure in failures)


@pytest.mark.parametrize("mistake", ["plain", "include outside a fence"])
def test_editions_are_not_written_from_pages_with_mistakes(kept, mistake):
    kept.page(MISTAKES[mistake][0])
    assert kept.fails("editions").startswith("docs/index.md:")
    assert not kept.project.editions.exists()


def test_all_mistakes_of_a_page_are_told_at_once(kept):
    kept.page(f"```py\nx\n```\n\n{INCLUDE}\n\n```text\n{INCLUDE}\n```")
    places = [line.split(": ")[0] for line in kept.fails("check").splitlines()]
    assert places == ["docs/index.md:1", "docs/index.md:5", "docs/index.md:7"]


def test_a_page_that_is_not_utf8_is_told_with_line_and_byte(kept):
    kept.write("docs/index.md", b"# Page\n\ncaf\xe9\n")
    assert kept.fails("check").startswith("docs/index.md:3: not UTF-8 (byte 0xe9)")


def test_a_cell_that_no_page_shows_is_told(kept):
    kept.program("""
        # %% shown
        x = 1
        # %% kept_back hidden
        y = 2
        # %% forgotten
        print(x + y)
    """)
    kept.show("a.py:shown")
    kept.succeeds("run")
    message = kept.fails("check")
    assert message.startswith("snippets/a.py:8: no page shows cell `forgotten`; ")
    assert '--8<-- "a.py:forgotten"' in message
    assert "or mark it `hidden`" in message
    assert message.count("\n") == 1


def test_a_cell_below_a_later_one_of_its_program_is_told(kept):
    kept.program("""
        # %% first
        x = 1
        # %% second
        print(x)
    """)
    kept.show("a.py:second", "a.py:first")
    kept.succeeds("run")
    message = kept.fails("check")
    assert "`a.py:first` stands below `second`" in message
    assert message.count("\n") == 1
    kept.show("a.py:first", "a.py:second", "a.py:second")
    kept.succeeds("check")


def test_a_hidden_cell_cannot_be_shown(kept):
    kept.program("# %% setup hidden\nx = 1\n# %% use\nprint(x)")
    kept.show("a.py:setup", "a.py:use")
    kept.succeeds("run")
    message = kept.fails("check")
    assert message == "docs/index.md:1: `a.py:setup` is hidden; show another cell\n"


def test_a_program_that_fails_is_told_once_with_page_and_program(kept):
    kept.program("# %% one\nx = 1\n# %% two\nint('x')")
    kept.show("a.py:one", "a.py:two")
    kept.fails("run")
    message = kept.fails("check")
    line = kept.line("int(")
    assert f"docs/index.md:1 → snippets/a.py:{line}: ValueError: invalid" in message
    assert message.count(f"snippets/a.py:{line}: ValueError") == 1


def test_a_program_never_run_is_told_once(kept):
    kept.program("# %% use\nx = 1")
    kept.show("a.py:use")
    message = kept.fails("check")
    place = "docs/index.md:1 → snippets/a.py"
    assert f"{place}: [tensorflow] never run; run `python -m execdocs" in message
    assert message.count("never run") == 1


@pytest.mark.parametrize(
    "text",
    [
        "```text\nprint(1)\n```",
        "```\nprint(1)\n```",
        "```bash\npython a.py\n```",
        "````markdown\n```python\nprint(1)\n```\n````",
        "Call `print` or ``py`thon``.",
    ],
)
def test_other_fences_are_in_order(kept, text):
    kept.page(text)
    kept.succeeds("check")
    assert "output-failure" not in kept.html(text)


def test_check_is_content_with_a_site_in_order(kept):
    kept.page(
        textwrap.dedent(f"""
        ---
        title: A page
        ---

        ```python title="kept.py"
        {INCLUDE}
        ```
        """).lstrip()
    )
    assert kept.succeeds("check") == ""
