"""A small site of its own for each test of the engine.

The programs of these sites name the backend `tensorflow`, but what is imported for it
is `json`: the tests are about the engine, and an import of TensorFlow takes seconds.
"""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import click.testing
import markdown
import pytest
from bs4 import BeautifulSoup

import execdocs
from execdocs.__main__ import cli
from execdocs.model.backend import BACKENDS, Backend
from execdocs.model.project import Project

HEADER = '"""A program."""\n# backends: tensorflow\n\n'
LIGHT = Backend("tensorflow", "TensorFlow", ("json",), ("click",))
# No traceback of the engine is ever shown to an author.
ENGINE = f'File "{Path(execdocs.__file__).parent}'
# The command in a process of its own, which sees no fixture.
COMMAND = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal
from execdocs.model.backend import BACKENDS, Backend
BACKENDS["tensorflow"] = Backend("tensorflow", "TensorFlow", ("json",), ("click",))
from execdocs.__main__ import cli
cli(prog_name="python -m execdocs")
"""
MARKDOWN = {
    "admonition": {},
    "attr_list": {},
    "md_in_html": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": True, "pygments_lang_class": True},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
}


class Site:
    """A site in a folder of its own, and what its author does there."""

    command = COMMAND

    def __init__(self, root):
        self.root = root
        self.project = Project(root)
        self.project.snippets.mkdir(parents=True, exist_ok=True)
        self.project.docs.mkdir(exist_ok=True)

    def write(self, place, content):
        """Write a file as it is: a text, or bytes."""
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode()
        path.write_bytes(content)
        return path

    def program(self, body, name="a.py"):
        """Write a program; its body may be indented like the test around it."""
        text = HEADER + textwrap.dedent(body).strip("\n") + "\n"
        return self.write(f"snippets/{name}", text)

    def page(self, text, name="index.md"):
        """Write a page; its text may be indented like the test around it."""
        return self.write(f"docs/{name}", textwrap.dedent(text).strip("\n") + "\n")

    def show(self, *targets, name="index.md"):
        """Write a page that shows cells, each of them named `program.py:cell`."""
        return self.page("\n".join(include(target) for target in targets), name)

    def line(self, part, place="snippets/a.py"):
        """Return the number of the first line that holds a text."""
        lines = (self.root / place).read_text(encoding="utf-8").split("\n")
        return next(n for n, line in enumerate(lines, 1) if part in line)

    def invoke(self, *arguments):
        """Call the command; what is no message of its own is an error of the test."""
        arguments = ["--root", str(self.root), *arguments]
        result = click.testing.CliRunner().invoke(cli, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def succeeds(self, *arguments):
        """Call the command, which has to succeed; return what it says."""
        result = self.invoke(*arguments)
        assert result.exit_code == 0, result.output
        return result.output

    def fails(self, *arguments):
        """Call the command, which has to fail; return what it says is wrong."""
        result = self.invoke(*arguments)
        assert result.exit_code == 1, result.output
        before, error, message = result.stderr.partition("Error: ")
        assert error, result.output
        assert not before.strip()
        assert ENGINE not in message
        return message

    @contextlib.contextmanager
    def start(self, *arguments, script=COMMAND):
        """Start the command in a process of its own, which ends with the test."""
        with subprocess.Popen(
            [sys.executable, "-c", script, "--root", str(self.root), *arguments],
            env={**os.environ, "PYTHONPATH": str(Path(execdocs.__file__).parents[1])},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as command:
            try:
                yield command
            finally:
                command.kill()

    def record(self, name="a.py"):
        """Return the path of a program's record."""
        path = self.project.records / "tensorflow" / name
        return path.with_suffix(".ipynb")

    def outputs(self, cell="use", name="a.py"):
        """Return what a cell put out, by its record."""
        notebook = json.loads(self.record(name).read_text(encoding="utf-8"))
        return next(c["outputs"] for c in notebook["cells"] if c["id"] == cell)

    def printed(self, cell="use", name="a.py"):
        """Return the text that a cell put out, standard error included."""
        return "".join(
            "".join(output["text"])
            for output in self.outputs(cell, name)
            if output["output_type"] == "stream"
        )

    def html(self, text, **settings):
        """Return a page's text as HTML."""
        settings = {"root": str(self.root), **settings}
        return markdown.markdown(
            textwrap.dedent(text).strip("\n"),
            extensions=[*MARKDOWN, "execdocs"],
            extension_configs={**MARKDOWN, "execdocs": settings},
        )

    def soup(self, text, **settings):
        """Return a page's text as a tree of HTML elements."""
        return BeautifulSoup(self.html(text, **settings), "html.parser")


class Mistakes:
    """Programs with a mistake each, run at once beside a program in good order."""

    def __init__(self, site, bodies):
        self.site = site
        self.names = {each: re.sub(r"\W", "_", each) + ".py" for each in bodies}
        site.program("# %% good\nprint('kept')", "kept.py")
        site.succeeds("run")
        before = site.record("kept.py").read_bytes()
        for each, name in self.names.items():
            site.program(bodies[each], name)
        site.show(*(f"{name}:use" for name in self.names.values()))
        self.told, self.checked = (
            messages(site.invoke(command).stderr.partition("Error: ")[2])
            for command in ("run", "check")
        )
        assert site.record("kept.py").read_bytes() == before

    def message(self, mistake, part):
        """Return the one message about a mistake, which names the line of a text."""
        name = self.names[mistake]
        (message,) = [each for each in self.told if f"snippets/{name}" in each]
        place = f"snippets/{name}:{self.site.line(part, f'snippets/{name}')}: "
        assert message.startswith(place)
        assert message.count(f"snippets/{name}") == 1
        assert ENGINE not in message
        line = self.site.line(f'"{name}:use"', "docs/index.md") - 1
        assert f"docs/index.md:{line} → {message}" in self.checked
        return message


def messages(text):
    """Return the messages that a text is made of; their details are indented."""
    return re.split(r"\n(?!\s)", text.rstrip("\n"))


def include(target, info=""):
    """Return a fence that includes a cell."""
    return f'```python{info}\n--8<-- "{target}"\n```\n'


def copied(program):
    """Return what the copy button of a block copies, by the element of the block."""
    name, text = program["data-source"], ""
    above = program.find_all_previous(attrs={"data-source": name})
    for block in [*reversed(above), program]:
        if "data-copy" in block.attrs:
            text = block["data-copy"]
        else:
            text += block["data-before"] + block.select_one("pre > code").text
    return text


@pytest.fixture(scope="module")
def light_backend():
    """Have nothing heavy imported for the programs of a test module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(BACKENDS, "tensorflow", LIGHT)
        yield


@pytest.fixture
def site(tmp_path, light_backend):
    """Make an empty site."""
    return Site((tmp_path / "site").resolve())


@pytest.fixture(scope="module")
def shared_site(tmp_path_factory, light_backend):
    """Make an empty site for all tests of a module, which read what one has made."""
    return Site(tmp_path_factory.mktemp("shared").resolve() / "site")


@pytest.fixture(scope="module")
def mistakes(shared_site):
    """Return how to run many programs that have a mistake."""
    return lambda bodies: Mistakes(shared_site, bodies)


@pytest.fixture(scope="module")
def green(tmp_path_factory, light_backend):
    """Make a folder with a site in good order, to be copied."""
    site = Site(tmp_path_factory.mktemp("green").resolve() / "site")
    site.program("# %% good\nprint('kept')", "kept.py")
    site.show("kept.py:good", name="kept.md")
    site.succeeds("run")
    return site.root


@pytest.fixture
def kept(tmp_path, green):
    """Make a site with a green record; nothing that fails later may touch it."""
    site = Site(shutil.copytree(green, tmp_path.resolve() / "site"))
    path = site.record("kept.py")
    before = path.read_bytes()
    yield site
    assert path.read_bytes() == before
    assert "fresh  kept.py" in site.invoke("status").output


@pytest.fixture
def until():
    """Wait until something holds; fail where it never does."""

    def wait(holds, seconds=20):
        end = time.monotonic() + seconds
        while not (value := holds()):
            assert time.monotonic() < end, "it never came to hold"
            time.sleep(0.02)
        return value

    return wait


@pytest.fixture
def gone(until):
    """Wait until a process, named by a file that holds its id, is no more."""

    def wait(path):
        pid = int(path.read_text())
        try:
            until(lambda: not runs(pid), seconds=5)
        finally:
            if runs(pid):
                os.kill(pid, 9)  # a test that fails leaves nothing behind either

    return wait


def runs(pid):
    """Return whether a process runs; one that only waits to be reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
