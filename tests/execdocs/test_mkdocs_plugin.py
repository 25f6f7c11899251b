"""`mkdocs build` and `mkdocs serve` do it all by themselves."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import execdocs

ENGINE = Path(execdocs.__file__).parent
# What is imported for the programs' backend is there in no time.
LIGHT = """
from execdocs.model.backend import BACKENDS, Backend
BACKENDS["tensorflow"] = Backend("tensorflow", "TensorFlow", ("json",), ("click",))
"""
CONFIG = """
site_name: Programs
theme: mkdocs
use_directory_urls: false
hooks: [light.py]
watch: [snippets]
plugins: [execdocs]
markdown_extensions:
  - pymdownx.highlight
  - pymdownx.superfences
"""
ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ENGINE.parent),
}


@pytest.fixture
def mkdocs(site):
    """Return how to call MkDocs, in the site or outside of it."""
    site.write("light.py", LIGHT)
    site.write("mkdocs.yml", CONFIG)

    def call(*arguments):
        return [
            sys.executable,
            "-m",
            "mkdocs",
            *arguments,
            "-f",
            site.root / "mkdocs.yml",
        ]

    return call


def build(site, mkdocs, *arguments):
    return subprocess.run(
        mkdocs("build", *arguments),
        cwd="/",
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=100,
    )


def page(site, name="index.html"):
    return BeautifulSoup((site.root / "site" / name).read_text(), "html.parser")


def test_a_build_runs_what_is_stale_and_puts_it_on_the_page(site, mkdocs):
    site.program("# %% use\nprint('from the program')\n# %% more\nprint('more')")
    site.show("a.py:use", name="sub/page.md")
    site.page(
        "---\ntitle: Title\n---\n\n# Home\n\n[sub](sub/page.md)\n\n"
        '```python title="a.py"\n--8<-- "a.py:more"\n```\n'
    )
    done = build(site, mkdocs, "--strict")
    assert done.returncode == 0, done.stderr
    assert page(site).select_one("[data-cell=more]").text == "more"
    outputs = page(site, "sub/page.html").select("[data-source='a.py'] .output")
    assert [each.text for each in outputs] == ["from the program"]
    assert (site.root / "site/notebooks/index.ipynb").exists()
    text = (site.project.snippets / "a.py").read_text()
    assert (site.root / "site/programs/index/a.py").read_text() == text
    assert (site.root / "site/programs/index/a.ipynb").exists()
    whole = page(site, "programs/index.html").select_one("code").text
    assert whole == text
    markdown = (site.root / "site/sub/page.md").read_text()
    assert "```text\nfrom the program\n```" in markdown
    assert markdown in (site.root / "site/llms-full.txt").read_text()
    assert "(sub/page.md)" in (site.root / "site/llms.txt").read_text()
    record = site.record().stat()
    assert build(site, mkdocs).returncode == 0
    assert site.record().stat().st_mtime_ns == record.st_mtime_ns
    assert not [*site.root.rglob("sleep")]


def test_a_build_fails_with_all_that_is_wrong_and_where(site, mkdocs):
    site.program("# %% use\nint('x')\n# %% forgotten\nx = 1")
    site.program("# %% use\nwhile True: print(1)", "b.py")
    site.write("snippets/c.py", "x = 1\n")
    site.page('---\ntitle: T\n---\n\n```python\n--8<-- "a.py:use"\n```\n')
    site.page('```python\n--8<-- "b.py:use"\n```\n\n```py\nx\n```\n', "sub/page.md")
    done = build(site, mkdocs, "-q")
    assert done.returncode == 1
    for message in (
        "docs/index.md:5 → snippets/a.py:5: ValueError: invalid literal",
        "docs/sub/page.md:1 → snippets/b.py:5: cell `use` prints more than 64 KB",
        "docs/sub/page.md:5: Python that is not run",
        "snippets/a.py:6: no page shows cell `forgotten`",
        "snippets/c.py:1: no cell",
    ):
        assert done.stderr.count(message) == 1, done.stderr
    assert f'File "{ENGINE}' not in done.stderr
    assert not (site.root / "site/index.html").exists()


def test_a_page_that_only_rendering_finds_wrong_is_named_by_its_own_lines(site, mkdocs):
    site.program("# %% use\nprint(1)")
    site.page(
        '---\ntitle: T\n---\n\nText.\n\n    ```python\n    --8<-- "a.py:use"\n    ```'
    )
    done = build(site, mkdocs)
    assert done.returncode == 1
    assert "docs/index.md:7: the fence became part of an indented" in done.stderr
    assert f'File "{ENGINE}' not in done.stderr


def test_addresses_of_folders_are_refused(site, mkdocs):
    site.page("# Home")
    site.write("mkdocs.yml", CONFIG.replace("urls: false", "urls: true"))
    done = build(site, mkdocs)
    assert done.returncode == 1
    assert "mkdocs.yml: `use_directory_urls` is on; " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (site.root / "site").exists()
    site.write("mkdocs.yml", CONFIG)
    assert build(site, mkdocs).returncode == 0


def read(address):
    """Return a page of a server, or nothing while it has none."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return BeautifulSoup(answer.read(), "html.parser")
    except OSError:
        return None


def test_a_server_shows_what_is_wrong_and_goes_on(site, mkdocs, until, gone):
    (site.root / "warm").mkdir()
    body = f"""
# %% use
import os
from pathlib import Path
Path({str(site.root / "warm")!r}, str(os.getppid())).touch()
"""
    site.program(body + "int('x')")
    site.program("# %% use\nprint('fine')", "b.py")
    site.show("a.py:use", "b.py:use")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = site.root / "temporary"
    temporary.mkdir()
    server = subprocess.Popen(
        mkdocs("serve", "-a", f"127.0.0.1:{port}"),
        cwd="/",
        env={**ENVIRONMENT, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    address = f"http://127.0.0.1:{port}/"

    def shown(selector, text):
        def holds():
            assert server.poll() is None
            soup = read(address)
            return soup and text in "".join(e.text for e in soup.select(selector))

        return holds

    try:
        until(shown("div.output-failure", "snippets/a.py:8: ValueError"), 30)
        assert shown("[data-source='b.py'] .output", "fine")()
        site.program(body + "print('mended')")
        until(shown("[data-source='a.py'] .output", "mended"), 30)
        assert not read(address).select("div.output-failure")
        site.show("b.py:usee", "a.py:use")
        until(shown("div.output-failure", "did you mean `use`?"), 30)
    finally:
        server.terminate()
        _, said = server.communicate(timeout=20)
    (warm,) = [path.name for path in (site.root / "warm").iterdir()]  # stayed warm
    (site.root / "pid").write_text(warm)
    gone(site.root / "pid")
    until(lambda: not [*temporary.glob("execdocs-*")])
    assert re.search(r"Error: docs/index\.md:1 → snippets/a\.py:8: ValueError", said)
    assert f'File "{ENGINE}' not in said
