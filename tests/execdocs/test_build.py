"""A build reads and renders once, alone or beside others (`execdocs.build`)."""

import collections
import json
import re
import shutil
import subprocess
import sys
import threading

import pytest

from execdocs.build import Build
from execdocs.model.problem import Refused
from tests.execdocs.test_mkdocs_plugin import CONFIG, ENVIRONMENT, LIGHT

# A build that writes down which files it opens and what it renders.
COUNTED = """
import collections, json, sys
opened = collections.Counter()
def hook(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].startswith({root!r}):
        opened[args[0][len({root!r}) + 1:]] += 1
import markdown
import execdocs.extension
def counted(owner, name):
    made = getattr(owner, name)
    def call(*args, **kwargs):
        opened[name] += 1
        return made(*args, **kwargs)
    setattr(owner, name, call)
counted(execdocs.extension, "render_outputs")
counted(markdown.Markdown, "convert")
from mkdocs.__main__ import cli
sys.addaudithook(hook)
cli(["build", "-f", {root!r} + "/mkdocs.yml"], standalone_mode=False)
with open({root!r} + "/counts.json", "w") as file:
    json.dump(opened, file)
"""


@pytest.fixture
def built(site):
    """Make a warm site of two pages, three fences and two programs."""
    site.write("light.py", LIGHT)
    site.write("mkdocs.yml", CONFIG)
    site.program("# %% one\nprint(1)\n# %% two\nprint(2)")
    site.program("# %% use\nprint('b')", "b.py")
    site.show("a.py:one", "b.py:use")
    site.show("a.py:two", name="sub/page.md")
    site.succeeds("run")
    return site


def start(site, *arguments, **environment):
    return subprocess.Popen(
        [*(sys.executable, "-m", "mkdocs", "build"), *arguments],
        cwd=site.root,
        env={**ENVIRONMENT, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def build(site, *arguments, **environment):
    """Build the site; return the exit status and what was said."""
    process = start(site, *arguments, **environment)
    said, _ = process.communicate(timeout=100)
    return process.returncode, said


def counts(site):
    """Build the site; return how often files were opened and functions called."""
    script = COUNTED.format(root=str(site.root))
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    text = (site.root / "counts.json").read_text()
    return collections.Counter(json.loads(text))


def content(site):
    """Return the first page, without the time at which it was built."""
    text = (site.root / "site/index.html").read_text(encoding="utf-8")
    return text.partition("Build Date")[0]


def test_each_file_is_opened_once_and_each_fence_rendered_once(built):
    found = counts(built)
    for place in ("snippets/a.py", "snippets/b.py"):
        assert found[place] == 1
    for name in ("a.py", "b.py"):
        assert found[str(built.record(name).relative_to(built.root))] == 1
    assert found["render_outputs"] == 3


def test_a_page_is_rendered_again_only_if_what_is_kept_is_damaged(built):
    first = counts(built)["convert"]
    before = content(built)
    assert first >= 2
    assert counts(built)["convert"] == 0
    for path in (built.root / ".cache/pages").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    assert counts(built)["convert"] == first
    assert content(built) == before


def test_a_warning_comes_in_each_build(built):
    built.page("# Home\n\n[gone](gone.md)")
    built.show("a.py:one", "a.py:two", "b.py:use", name="all.md")
    for _ in range(2):
        status, said = build(built)
        assert status == 0
        assert "gone.md" in said


def test_builds_at_once_give_what_each_gives_alone(built):
    config = CONFIG + "site_url: !ENV [SITE_URL, '']\n"
    built.write("mkdocs.yml", config)
    addresses = ["https://one.example/", "https://two.example/sub/"]

    def files(folder):
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.suffix != ".gz"
        }

    alone = []
    for number, address in enumerate(addresses):
        folder = built.root / f"alone{number}"
        assert build(built, "-d", str(folder), SITE_URL=address)[0] == 0
        alone.append(files(folder))
    shutil.rmtree(built.root / ".cache")
    both = [
        start(built, "-d", str(built.root / f"both{number}"), SITE_URL=address)
        for number, address in enumerate(addresses)
    ]
    for process in both:
        said, _ = process.communicate(timeout=100)
        assert process.returncode == 0, said

    def undated(made):
        return {
            name: re.sub(rb"Build Date UTC : .*", b"", content)
            for name, content in made.items()
        }

    for number in range(2):
        made = files(built.root / f"both{number}")
        assert undated(made) == undated(alone[number])
    assert undated(alone[0]) != undated(alone[1])


def test_records_may_vanish_while_they_are_read(built):
    stop, loads = threading.Event(), []

    def clean():
        while not stop.is_set():
            built.succeeds("clean")
            shutil.copytree(kept, built.project.work, dirs_exist_ok=True)

    kept = shutil.copytree(built.project.work, built.root / "kept")
    cleaner = threading.Thread(target=clean)
    cleaner.start()
    try:
        for _ in range(200):
            try:
                loads.append(len(Build.load(built.project).records))
            except Refused:
                loads.append(None)
    finally:
        stop.set()
        cleaner.join()
    assert len({*loads}) > 1  # the two did meet


@pytest.mark.parametrize("well", [True, False], ids=["well", "with an error"])
def test_a_build_leaves_nothing_in_the_temporary_folder(built, tmp_path, well):
    folder = tmp_path / "temporary"
    folder.mkdir()
    if not well:
        built.program("# %% use\nint('x')", "b.py")
    status, said = build(built, TMPDIR=str(folder))
    assert (status == 0) is well, said
    assert [path.name for path in folder.glob("execdocs-*")] == []
