"""The bench runs to its end: on a small site, and where a server never answers."""

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from execdocs.build import Build
from execdocs.model.backend import BACKENDS, Backend
from execdocs.model.project import Project
from execdocs.run.pool import Pool
from tests import bench

LIGHT = Backend("tensorflow", "TensorFlow", ("json",), ("click",))
HOOK = """
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


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Make a small site with a fresh record."""
    monkeypatch.setitem(BACKENDS, "tensorflow", LIGHT)
    root = (tmp_path / "small").resolve()
    for name, text in {
        "mkdocs.yml": CONFIG,
        "light.py": HOOK,
        "docs/index.md": '# Home\n\n```python\n--8<-- "a.py:use"\n```\n',
        "snippets/a.py": '"""One."""\n# backends: tensorflow\n# %% use\nprint(1)\n',
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    with Pool(Project(root)) as pool:
        assert not Build.load(Project(root), pool).problems
    return root


def names(printed):
    return [line.partition(":")[0] for line in printed.splitlines()]


def test_what_is_saved_reaches_the_browser(small, capsys):
    bench.save_to_reload(small, "index", "a.py", 1.0, times=1)
    assert names(capsys.readouterr().out) == [
        "page-save-to-reload seconds",
        "page-save-to-reload/warm",
        "program-save-to-reload seconds",
        "program-save-to-reload/warm",
    ]


def test_a_warm_build_is_measured_against_a_static_one(small, tmp_path, capsys):
    assert bench.warm(small, tmp_path / "rounds", rounds=1) > 0
    assert names(capsys.readouterr().out) == ["warm seconds", "warm/static"]
    static = (tmp_path / "rounds/static/docs/index.md").read_text(encoding="utf-8")
    assert "```text\n1" in static
    assert "--8<--" not in static


def test_the_memory_of_the_server_is_measured(small, capsys):
    bench.memory(small, forks=5)
    assert names(capsys.readouterr().out) == ["parent-memory-growth"]


def test_a_missed_target_is_noted(monkeypatch):
    monkeypatch.setattr(bench, "missed", [])
    bench.report("warm/static", 1.2)
    bench.report("a figure without a target", 99)
    assert bench.missed == []
    bench.report("warm/static", 1.3)
    assert bench.missed == ["warm/static is 1.30, wanted: 1.2 at most"]


def test_the_wait_for_a_page_that_is_not_there_ends_and_says_so():
    with ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/no/such/page.html"
        with pytest.raises(TimeoutError, match="404"):
            bench.wait_for(address, "text", limit=0.5)
        server.shutdown()
    with pytest.raises(TimeoutError, match="refused"):
        bench.wait_for(address, "text", limit=0.5)
