"""Nothing that a program prints becomes markup of the page (`execdocs.pages.html`)."""

import pytest

from tests.execdocs.conftest import copied

HOSTILE = [
    "<script>alert(1)</script>",
    "</samp></pre></div><script>alert(1)</script>",
    "</pre><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#60;",
    '" onmouseover="alert(1)',
    "wzxhzdk:0",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03",
    "\x02amp\x03",
    "**bold** _it_ `code` [link](http://x) ![](x) {: .cls } --8<-- 'a.py:use'",
    "```\nfence\n```",
    "# Heading\n\n    indented\n\n- item\n\n<!-- comment -->",
    "{{ jinja }} {% raw %} ${dollar} \\\\ \\1",
    "line\n\n\n\nfour lines below",
    "trailing spaces   \n   leading spaces",
    "*[HTML]: abbreviation\n[^1]: note\n[link]: http://x",
    "\u2028 \u2029 \x85 end",
    "日本語 🎉 é \u202e reversed",
]


def plain(text):
    """Return a text without what a terminal does not show."""
    return "".join(c for c in text if c in "\n\t" or ord(c) >= 32)


@pytest.fixture(scope="module")
def hostile(shared_site):
    for number, text in enumerate(HOSTILE):
        shared_site.program(
            f"# %% use warns=UserWarning\nimport warnings\ntext = {text!r}\n"
            f"print(text)\nwarnings.warn(text)\n"
            "# %% wrong raises=ValueError\nraise ValueError(text)",
            f"p{number}.py",
        )
    shared_site.succeeds("run")
    return shared_site


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=map(ascii, HOSTILE))
def test_output_is_text_and_nothing_else(hostile, number):
    page = "Before.\n\n" + "\n".join(
        f'```python title="p.py"\n--8<-- "p{number}.py:{cell}"\n```\n'
        for cell in ("use", "wrong")
    )
    soup = hostile.soup(page + "\nAfter &amp; *out*.")
    text = plain(HOSTILE[number])
    out, warning, error = soup.select("pre[class^=output-] > samp")
    assert out.text == text.rstrip("\n")
    assert text.rstrip("\n") in warning.text
    assert error.text.endswith("ValueError: " + text)
    for samp in (out, warning, error):
        assert not samp.find_all(True)
    assert not soup.select("script, img, samp b, samp em, h1, samp a")
    assert len(soup.select(".output")) == len(soup.select(".program")) == 2
    assert soup.em.text == "out"
    source = soup.select_one(".program code").text
    assert source.strip() == "\n".join(
        (hostile.project.snippets / f"p{number}.py").read_text().split("\n")[4:8]
    )


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=map(ascii, HOSTILE))
def test_what_is_copied_survives_the_way_to_the_page(hostile, number):
    soup = hostile.soup(f'```python\n--8<-- "p{number}.py:wrong"\n```')
    program = soup.select_one(".program")
    path = hostile.project.snippets / f"p{number}.py"
    assert copied(program) == path.read_text()
    assert set(program.attrs) <= {
        "class",
        "id",
        "data-source",
        "data-before",
        "data-copy",
    }


def test_a_failure_is_shown_as_text(site):
    site.program("# %% use\nraise ValueError('</pre><script>alert(1)</script>')")
    site.fails("run")
    soup = site.soup('```python\n--8<-- "a.py:use"\n```', tolerant=True)
    assert not soup.select("script")
    assert "</pre><script>" in soup.select_one(".output-failure").text


@pytest.mark.parametrize(
    "source",
    [
        'print("</code></pre><script>alert(1)</script>")',
        'text = "</div>&quot; &lt;"',
        'text = "\x02wzxhzdk:0\x03"',
        'text = """\n```\n~~~\n"""',
        'text = "\u2028"',
        "# --8<-- 'a.py:use'",
    ],
    ids=ascii,
)
def test_source_is_text_and_nothing_else(site, source):
    path = site.program(f"# %% use\n{source}")
    site.succeeds("run")
    soup = site.soup('Before.\n\n```python\n--8<-- "a.py:use"\n```\n\nAfter.')
    assert not soup.select("script")
    program = soup.select_one(".program")
    assert len(soup.select(".program")) == 1
    assert [p.text for p in soup.select("p:not(.ran)")] == ["Before.", "After."]
    assert plain(program.select_one("code").text.strip()) == plain(source)
    assert plain(copied(program)) == plain(path.read_text())


def test_a_name_of_a_program_is_escaped(site):
    name = "a<b>&c.py"
    site.program("# %% use\nprint(1)", name)
    site.succeeds("run")
    soup = site.soup(f'```python\n--8<-- "{name}:use"\n```')
    assert soup.select_one(".program:has(.output)")["data-source"] == name


def test_empty_lines_around_a_text_are_kept_but_the_last_end(site):
    site.program("# %% use\nprint('\\n  x\\n')")
    site.succeeds("run")
    soup = site.soup('```python\n--8<-- "a.py:use"\n```')
    assert soup.select_one("samp").text == "\n  x"
