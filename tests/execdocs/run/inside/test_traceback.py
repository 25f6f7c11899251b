"""What went wrong is said as readers want to see it."""

import re


def traceback(site, body, raises):
    site.program(f"# %% use raises={raises}\n" + body)
    site.succeeds("run")
    return "\n".join(site.outputs()[-1]["traceback"])


def frames(text):
    return re.findall(r'File "(.*?)", line (\d+), in (\S+)', text)


def test_a_traceback_is_cut_to_the_lines_of_the_program(site):
    body = "import json\n\ndef load(text):\n    return json.loads(text)\n\nload('{')"
    text = traceback(site, body, "ValueError")
    assert frames(text) == [("a.py", "10", "<module>"), ("a.py", "8", "load")]
    assert "    return json.loads(text)" in text
    assert text.startswith("Traceback (most recent call last):\n")
    assert "\njson.decoder.JSONDecodeError: Expecting" in text


def test_a_chain_of_exceptions_is_shown_whole(site):
    body = (
        "try:\n    int('x')\nexcept ValueError as error:\n"
        "    raise RuntimeError('worse') from error"
    )
    text = traceback(site, body, "RuntimeError")
    assert frames(text) == [("a.py", "6", "<module>"), ("a.py", "8", "<module>")]
    assert "was the direct cause of the following exception" in text


def test_a_suppressed_context_is_not_shown(site):
    body = "try:\n    int('x')\nexcept ValueError:\n    raise RuntimeError from None"
    text = traceback(site, body, "RuntimeError")
    assert "int('x')" not in text
    assert "RuntimeError" in text


def test_the_members_of_a_group_are_shown_and_cut(site):
    body = (
        "import json\nerrors = []\nfor text in ['{', 'x']:\n    try:\n"
        "        json.loads(text)\n    except ValueError as error:\n"
        "        errors.append(error)\nraise ExceptionGroup('both', errors)"
    )
    text = traceback(site, body, "ExceptionGroup")
    assert {name for name, _, _ in frames(text)} == {"a.py"}
    assert text.count("JSONDecodeError") == 2


def test_colours_addresses_and_paths_are_gone(site):
    body = (
        "import json\n"
        "raise ValueError(f'\\x1b[31mred\\x1b[0m {object()} {json.__file__}')"
    )
    text = traceback(site, body, "ValueError")
    assert "ValueError: red <object object at 0x…> json/__init__.py" in text
    assert site.outputs()[-1]["evalue"] == (
        "red <object object at 0x…> json/__init__.py"
    )


def test_notes_of_an_exception_are_shown(site):
    body = "error = ValueError('x')\nerror.add_note('look here')\nraise error"
    assert traceback(site, body, "ValueError").endswith("ValueError: x\nlook here")


def test_endless_recursion_is_shown_short(site):
    text = traceback(site, "def f():\n    f()\n\nf()", "RecursionError")
    assert "Previous line repeated" in text
    assert len(text.splitlines()) < 30


def test_an_error_without_a_message_is_named(kept):
    kept.program("# %% use\nassert 1 == 2")
    assert kept.fails("run").startswith("snippets/a.py:5: AssertionError\n")


def test_an_error_of_many_lines_is_told_by_its_first(kept):
    kept.program("# %% use\nraise ValueError('one\\ntwo')")
    first, *more = kept.fails("run").splitlines()
    assert first == "snippets/a.py:5: ValueError: one"
    assert "    two" in more


def test_an_exception_that_cannot_be_told_is_a_failure_of_its_program(kept):
    kept.program("""
        # %% use
        class Mute(Exception):
            def __str__(self):
                raise TypeError("mute")

        raise Mute
    """)
    message = kept.fails("run")
    assert message.startswith(f"snippets/a.py:{kept.line('raise Mute')}: Mute")


def test_the_message_of_a_failure_names_the_line_of_the_program_not_of_a_library(kept):
    kept.program("# %% use\nimport json\n\n\ndef f():\n    json.loads('{')\n\n\nf()")
    line = kept.line("json.loads")
    assert kept.fails("run").startswith(f"snippets/a.py:{line}: JSONDecodeError: ")
