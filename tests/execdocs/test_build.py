"""A build reads and renders once, alone or beside others (`execdocs.build`)."""

import collections
import contextlib
import json
import re
import shutil
import signal
import subprocess
import sys
import threading

import pytest

from execdocs.__main__ import cli
from execdocs.build import Build
from execdocs.run.pool import Pool
from tests.execdocs.run.test_supervised import HANGS
from tests.execdocs.test_mkdocs_plugin import CONFIG, ENVIRONMENT, LIGHT

INTERRUPTED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal
"""
# A build that writes down which files it opens and what it renders.
COUNTED = """
import collections, json, sys
opened = collections.Counter()
def hook(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].startswith({root!r}):
        opened[args[0][len({root!r}) + 1:]] += 1
import execdocs.extension
made = execdocs.extension.render_outputs
def counted(*args, **kwargs):
    opened["render_outputs"] += 1
    return made(*args, **kwargs)
execdocs.extension.render_outputs = counted
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


def test_each_file_is_opened_once_and_each_fence_rendered_once(built):
    found = counts(built)
    for place in ("snippets/a.py", "snippets/b.py"):
        assert found[place] == 1
    for name in ("a.py", "b.py"):
        assert found[str(built.record(name).relative_to(built.root))] == 1
    assert found["render_outputs"] == 3


def test_builds_at_once_give_what_each_gives_alone(built):
    before = {*built.root.iterdir(), built.root / "__pycache__"}
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
    records = {path: path.read_bytes() for path in built.project.work.rglob("*.ipynb")}
    both = [
        start(built, "-d", str(built.root / f"both{number}"), SITE_URL=address)
        for number, address in enumerate(addresses)
    ]
    for process in both:
        said, _ = process.communicate(timeout=100)
        assert process.returncode == 0, said

    made = {path.name for path in {*built.root.iterdir()} - before}
    assert made == {".cache", "alone0", "alone1", "both0", "both1"}
    assert {
        path: path.read_bytes()
        for path in built.project.work.rglob("*")
        if path.is_file()
    } == records

    def undated(made):
        return {
            name: re.sub(rb"Build Date UTC : .*", b"", content)
            for name, content in made.items()
        }

    for number in range(2):
        made = files(built.root / f"both{number}")
        assert undated(made) == undated(alone[number])
    assert undated(alone[0]) != undated(alone[1])


@contextlib.contextmanager
def beside(work):
    """Do some work again and again in two threads, which have to end well."""
    stop, errors = threading.Event(), []

    def loop():
        while not stop.is_set():
            try:
                work()
            except BaseException as error:
                errors.append(error)
                raise

    threads = [threading.Thread(target=loop) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert errors == []


def clean(site):
    """Call `clean` in this thread, and leave the standard streams alone."""
    cli.main(["--root", str(site.root), "clean"], standalone_mode=False)


def test_records_may_vanish_while_they_are_read(built):
    kept, loads = shutil.copytree(built.project.work, built.root / "kept"), []

    def renew():
        clean(built)
        with contextlib.suppress(shutil.Error, OSError):  # the other has cleaned
            shutil.copytree(kept, built.project.work, dirs_exist_ok=True)

    with beside(renew):
        for _ in range(200):
            loads.append(len(Build.load(built.project).records))
    assert len({*loads}) > 1  # they did meet


def test_records_may_vanish_while_programs_run(built):
    targets = {("a.py", "tensorflow"), ("b.py", "tensorflow")}
    with Pool(built.project) as pool, beside(lambda: clean(built)):
        for _ in range(40):
            build = Build.load(built.project, pool, force=True)
            assert build.problems == ()
            assert {*build.records} == targets
    assert not [*built.root.glob(".execdocs-*")]


@pytest.fixture
def temporary(built):
    """Make a folder for temporary files."""
    folder = built.root / "temporary"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("well", [True, False], ids=["well", "with an error"])
def test_a_build_leaves_nothing_in_the_temporary_folder(built, temporary, well):
    if not well:
        built.program("# %% use\nint('x')", "b.py")
    status, said = build(built, TMPDIR=str(temporary))
    assert (status == 0) is well, said
    assert [*temporary.iterdir()] == []


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_nothing_is_left_where_a_build_is_ended(built, temporary, until, gone, how):
    built.program(HANGS.format(root=str(built.root)), "b.py")
    built.write("light.py", LIGHT + INTERRUPTED)
    process = start(built, TMPDIR=str(temporary))
    try:
        until((built.root / "child").exists)
        assert [*temporary.iterdir()]
        process.send_signal(signal.Signals[how])
        said, _ = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode != 0
    assert "Traceback" not in said
    for name in ("child", "grandchild", "warm"):
        gone(built.root / name)
    until(lambda: not [*temporary.iterdir()])
