"""All that a process writes is captured, C code included."""

import pytest


def printed(site, body):
    site.program(body)
    site.succeeds("run")
    return site.printed()


def test_writes_are_captured_in_their_order(site):
    text = printed(
        site,
        r"""
        # %% use
        import os
        import subprocess
        import sys

        print("print")
        sys.stdout.write("write\n")
        os.write(1, b"os.write\n")
        subprocess.run(["echo", "subprocess"])
        sys.__stdout__.write("__stdout__\n")
        sys.stdout.buffer.write(b"buffer\n")
        os.system("echo system")
        print("last")
        """,
    )
    assert text.split() == [
        *("print", "write", "os.write", "subprocess"),
        *("__stdout__", "buffer", "system", "last"),
    ]


def test_what_c_code_buffers_stays_in_its_cell(site):
    site.program("""
        # %% one
        import ctypes

        libc = ctypes.CDLL(None)
        _ = libc.printf(b"printf %d, ", 1)
        _ = libc.puts(b"puts")
        # %% two
        print("two")
    """)
    site.succeeds("run")
    assert site.printed("one") == "printf 1, puts\n"
    assert site.printed("two") == "two\n"


def test_a_program_may_redirect_its_own_output(site):
    text = printed(
        site,
        """
        # %% use
        import contextlib
        import io

        with contextlib.redirect_stdout(io.StringIO()) as inner:
            print("inner")
        print(inner.getvalue().upper(), end="")
        """,
    )
    assert text == "INNER\n"


def test_a_closed_standard_output_harms_nobody(site):
    text = printed(site, "# %% use\nimport sys\nprint('before')\nsys.stdout.close()")
    assert text == "before\n"


TERMINAL = {
    r"1/3\r2/3\r3/3\n": "3/3\n",
    r"1/3\r2/3\r\n": "2/3\n",
    r"one\r\ntwo\n": "one\ntwo\n",
    r"\x1b[1mbold\x1b[0m and \x1b[38;5;39mblue\x1b[K\n": "bold and blue\n",
    r"bell\x07 null\x00 stx\x02wzxhzdk:0\x03\n": "bell null stxwzxhzdk:0\n",
    r"tab\tkept\n": "tab\tkept\n",
    r"Grüße, 日本語, 🎉\n": "Grüße, 日本語, 🎉\n",
    r"no newline": "no newline",
    r"\n\n": "\n\n",
}


@pytest.fixture(scope="module")
def terminal(shared_site):
    """Make a site with a program that prints what a terminal treats in its own way."""
    cells = (f"# %% c{n}\nprint('{text}', end='')" for n, text in enumerate(TERMINAL))
    shared_site.program("\n".join(cells))
    shared_site.succeeds("run")
    return shared_site


@pytest.mark.parametrize("written", TERMINAL)
def test_text_is_left_as_a_terminal_would_leave_it(terminal, written):
    number = [*TERMINAL].index(written)
    assert terminal.printed(f"c{number}") == TERMINAL[written]


def test_bytes_that_are_no_utf8_are_shown_escaped(site):
    body = r"# %% use" "\nimport os\n" r"_ = os.write(1, b'caf\xe9\n')"
    assert printed(site, body) == "caf\\xe9\n"


def test_a_lone_surrogate_can_be_printed(site):
    assert printed(site, "# %% use\nprint('\\udc80')") == "\\udc80\n"


def test_nothing_printed_makes_no_output(site):
    site.program("# %% use\nx = 1")
    site.succeeds("run")
    assert site.outputs() == []


def test_the_time_stamped_log_of_c_code_is_no_error(site):
    text = printed(
        site,
        r"""
        # %% use
        import os

        os.write(2, b"I0000 00:00:1700000000.1 12 file.cc:3] fine\n")
        os.write(2, b"WARNING: All log messages before absl::InitializeLog()\n")
        print("printed")
        """,
    )
    assert text == "printed\n"
