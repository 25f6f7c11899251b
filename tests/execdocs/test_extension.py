"""Code, copy and output of each include stand on the page (`execdocs.extension`)."""

import textwrap

import markdown
import pytest

from execdocs.model.problem import Refused
from tests.execdocs.conftest import copied


@pytest.fixture(scope="module")
def made(shared_site):
    """Make a site and run its programs."""
    shared_site.program(
        """
        # %% define
        class Layer:
            units = 4


        # %% use
        print(Layer.units)
        # %% setup hidden
        more = [1, 2]
        # %% wrong raises=KeyError
        {}["x"]
        """,
        "layers/a.py",
    )
    shared_site.program(
        """
        # %% warn warns=UserWarning
        import warnings
        print("before")
        warnings.warn("old")
        print("after")
        """,
        "warn.py",
    )
    shared_site.program("# %% use\nprint('```')\ntext = '''\n````\n'''", "ticks.py")
    shared_site.succeeds("run")
    shared_site.program("# %% use\nint('x')", "failed.py")
    shared_site.fails("run")
    shared_site.program("# %% use\nprint(1)", "unrun.py")
    return shared_site


DEFINE = '```python\n--8<-- "layers/a.py:define"\n```\n'
USE = '```python\n--8<-- "layers/a.py:use"\n```\n'


def only(found):
    """Return what is found exactly once."""
    (one,) = found
    return one


def indent(text, by="    "):
    return textwrap.indent(text, by)


def test_code_is_followed_by_its_output_in_one_element(made):
    program = only(made.soup(f"Before.\n\n{USE}\nAfter.").select("div.program"))
    code, output = program.find_all("div", recursive=False)
    assert code.select_one("code").text.strip() == "print(Layer.units)"
    assert "language-python" in code["class"]
    assert "highlight" in code["class"]
    assert output["data-cell"] == "use"
    assert output.find_parent(class_="program")["data-source"] == "layers/a.py"
    assert output["data-backend"] == "tensorflow"
    assert output.text == "4"


def test_what_is_copied_is_the_program_through_the_cell(made):
    text = (made.project.snippets / "layers/a.py").read_text()
    program = only(made.soup(USE).select("div.program"))
    assert copied(program) == text[: text.index("# %% setup")]
    program = only(made.soup(DEFINE).select("div.program"))
    assert copied(program) == text[: text.index("\n\n\n# %% use") + 1]


def test_the_code_of_a_program_is_on_the_page_once(made):
    text = (made.project.snippets / "layers/a.py").read_text()
    first, second = made.soup(f"{DEFINE}\n{USE}").select("div.program")
    assert first["data-before"] == text[: text.index("class Layer")]
    assert "print(Layer.units)" not in str(first) + second["data-before"]
    assert copied(second) == text[: text.index("# %% setup")]


def test_blocks_out_of_order_copy_the_same(made):
    text = (made.project.snippets / "layers/a.py").read_text()
    for program in made.soup(f"{USE}\n{DEFINE}\n{USE}").select("div.program"):
        end = "# %% setup" if "print" in program.code.text else "\n\n# %% use"
        assert copied(program) == text[: text.index(end)]


def test_a_cell_that_puts_nothing_out_has_no_output_element(made):
    assert not made.soup(DEFINE).select(".output")


def test_the_same_cell_may_be_shown_twice(made):
    assert len(made.soup(USE + "\n" + USE).select(".output")) == 2


def test_an_exception_and_a_warning_are_told_apart_from_output(made):
    soup = made.soup(
        '```python\n--8<-- "layers/a.py:wrong"\n```\n\n'
        '```python\n--8<-- "warn.py:warn"\n```\n'
    )
    error = only(soup.select("pre.output-error"))
    assert error["aria-label"] == "Error"
    assert error.text.endswith("KeyError: 'x'")
    names = [each["class"][0] for each in soup.select('[data-cell="warn"] > pre')]
    assert names == ["output-stdout", "output-stderr", "output-stdout"]
    warning = only(soup.select("pre.output-stderr"))
    assert warning["aria-label"] == "Warning"
    assert warning.text == "warn.py:4: UserWarning: old".replace(
        ":4:", f":{made.line('warnings.warn', 'snippets/warn.py')}:"
    )


def test_options_of_the_fence_are_kept(made):
    soup = made.soup(
        '```python title="layers/a.py" hl_lines="2"\n--8<-- "layers/a.py:define"\n```'
    )
    assert {each.text for each in soup.select(".filename")} == {"layers/a.py"}
    assert only(soup.select(".hll")).text.strip() == "units = 4"


@pytest.mark.parametrize("language", ["py", "python3"])
def test_other_names_of_the_language_do(made, language):
    soup = made.soup(f'```{language}\n--8<-- "layers/a.py:use"\n```')
    assert only(soup.select(".output")).text == "4"


def test_an_include_in_single_quotes_does(made):
    soup = made.soup("````python\n--8<-- 'layers/a.py:use'\n````")
    assert only(soup.select(".output")).text == "4"


REFUSED = {
    "tildes": (USE.replace("```", "~~~"), "a fence of tildes; write three backticks"),
    "braces": (USE.replace("python", "{ .python }"), "a fence with braces; write "),
    "line numbers": (
        USE.replace("python\n", 'python linenums="7"\n'),
        "`linenums` is not supported; delete it",
    ),
    "quotation": (indent(USE, "> "), "a program in a quotation; put it into an "),
    "illustration": (
        "```python illustration\nprint(1)\n```",
        "Python that is not run; include a cell with ",
    ),
}


@pytest.mark.parametrize("form", REFUSED)
def test_another_form_raises_and_is_shown_with_what_to_write(made, form):
    text, message = REFUSED[form]
    with pytest.raises(Refused) as refused:
        made.html(f"Before.\n\n{text}")
    assert refused.value.message.startswith(f"page:3: {message}")
    soup = made.soup(f"Before.\n\n{text}\n\n{USE}", tolerant=True)
    failure = only(soup.select("div.output-failure"))
    assert failure.text.startswith(f"line 3: {message}")
    assert only(soup.select("div.output:not(.output-failure)")).text == "4"


def test_a_list_below_code_stays_below_it(made):
    soup = made.soup(f"{USE}\n1.  A step.\n")
    assert not soup.select(".program ol")
    assert soup.select("ol")


CONTAINERS = {
    "tab": ('=== "One"\n\n{}', ".tabbed-block", "    "),
    "second tab": (
        '=== "One"\n\n    Text.\n\n=== "Two"\n\n{}',
        ".tabbed-block",
        "    ",
    ),
    "admonition": ('!!! note "Title"\n\n{}', ".admonition", "    "),
    "details": ('??? note "Title"\n\n{}', "details", "    "),
    "list": ("- One.\n\n{}", "ul > li", "    "),
    "numbers": ("1.  One.\n\n{}\n2.  Two.", "ol > li", "    "),
    "list in a list": ("- One.\n\n    - Two.\n\n{}", "li li", " " * 8),
    "tab in an admonition": (
        '!!! note\n\n    === "One"\n\n{}',
        ".admonition .tabbed-block",
        " " * 8,
    ),
    "element": ('<div class="mine" markdown>\n\n{}\n\n</div>', "div.mine", ""),
}


@pytest.mark.parametrize("container", CONTAINERS)
def test_code_and_output_stay_together_inside(made, container):
    text, selector, by = CONTAINERS[container]
    soup = made.soup(text.format(indent(USE, by)) + "\nAfter.\n")
    program = only(soup.select(f"{selector} div.program"))
    assert program.select_one(".highlight code").text.strip() == "print(Layer.units)"
    assert program.select_one(".output").text == "4"
    assert "wzxhzdk" not in str(soup)


def test_source_with_ticks_does_not_close_its_fence(made):
    soup = made.soup('```python\n--8<-- "ticks.py:use"\n```\n\nAfter.')
    code = only(soup.select(".program code"))
    assert code.text.strip() == "print('```')\ntext = '''\n````\n'''"
    assert only(soup.select(".output")).text == "```"
    assert soup.find_all("p")[-1].text == "After."


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("failed.py:use", "page:3 → snippets/failed.py:5: ValueError: invalid"),
        ("unrun.py:use", "page:3 → snippets/unrun.py: [tensorflow] never run; run `py"),
        ("layers/a.py:setup", "page:3: `layers/a.py:setup` is hidden; show another"),
    ],
)
def test_what_is_missing_failed_or_hidden_raises_or_is_shown(made, target, part):
    text = f'Before.\n\n```python\n--8<-- "{target}"\n```\n\n{USE}'
    with pytest.raises(Refused) as refused:
        made.html(text)
    assert refused.value.message.startswith(part)
    soup = made.soup(text, tolerant=True)
    failure = only(soup.select("div.output-failure"))
    assert failure["role"] == "alert"
    assert failure.text.startswith(part)
    assert soup.select("div.output")[-1].text == "4"


def test_a_stale_record_raises_and_is_shown_with_the_code_of_today(made):
    text = '```python\n--8<-- "warn.py:warn"\n```'
    path = made.project.snippets / "warn.py"
    before = path.read_text()
    path.write_text(before.replace("after", "later"))
    try:
        with pytest.raises(Refused, match=r"snippets/warn\.py changed; run `python"):
            made.html(text)
        soup = made.soup(text, tolerant=True)
    finally:
        path.write_text(before)
    assert "later" in only(soup.select(".highlight code")).text
    assert "changed" in only(soup.select("div.output-failure")).text


MISPLACED = {
    "four spaces at the start": f"Text.\n\n{indent(USE)}",
    "below a list of another width": f"- One.\n\n{indent(USE, ' ' * 12)}",
}


@pytest.mark.parametrize("misplaced", MISPLACED)
def test_a_fence_in_an_indented_code_block_raises(made, misplaced):
    with pytest.raises(Refused, match="page:3: the fence became part of an indented"):
        made.html(MISPLACED[misplaced])


def test_a_tolerant_page_leaks_no_placeholder(made):
    html = made.html(MISPLACED["four spaces at the start"], tolerant=True)
    assert "wzxhzdk" not in html


def test_a_fence_of_two_spaces_in_a_list_either_works_or_raises(made):
    try:
        soup = made.soup(f"- One.\n\n{indent(USE, '  ')}")
    except Refused as refused:
        assert refused.message.startswith("page:3: ")
    else:
        assert only(soup.select("div.program .output")).text == "4"


def test_one_converter_renders_many_pages(made):
    """Builders reuse it, and nothing of one page may be left on the next."""
    md = markdown.Markdown(
        extensions=["pymdownx.superfences", "execdocs"],
        extension_configs={"execdocs": {"root": str(made.root)}},
    )
    first = md.convert(USE)
    md.reset()
    md.convert("    indented code\n\n" + DEFINE)
    md.reset()
    assert md.convert(USE) == first


def test_a_page_without_python_is_left_alone(made):
    text = "# Title\n\n```bash\nls\n```\n\n| a |\n|---|\n| 1 |\n"
    plain = markdown.markdown(text, extensions=["pymdownx.superfences", "tables"])
    assert plain == markdown.markdown(
        text,
        extensions=["pymdownx.superfences", "tables", "execdocs"],
        extension_configs={"execdocs": {"root": str(made.root)}},
    )
