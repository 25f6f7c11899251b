"""A server runs the step at each save: it does again only what has changed."""

import pytest
from mkdocs.config import load_config

from execdocs.build import Build
from execdocs.model.project import Project
from site_extras import step
from site_extras.mkdocs_plugin import SiteExtrasPlugin
from site_extras.settings import Settings
from site_extras.step import Step


@pytest.fixture
def counted(monkeypatch):
    """Return the pages' texts that were counted to say how long they take to read."""
    texts = []
    real = step.minutes
    monkeypatch.setattr(step, "minutes", lambda text: texts.append(text) or real(text))
    return texts


def test_a_page_is_made_again_only_after_a_change(small, counted):
    settings, server = Settings.read(small.root / "mkdocs.yml"), Step()
    server.run(settings, Build.load(Project(small.root)))
    first = small.contents()
    assert len(counted) == 2
    small.build()
    server.run(settings, Build.load(Project(small.root)))
    assert small.contents() == first
    assert len(counted) == 2
    source = small.root / "docs/index.md"
    source.write_text(source.read_text("utf-8").replace("About", "Said of"), "utf-8")
    small.build()
    server.run(settings, Build.load(Project(small.root)))
    assert len(counted) == 3
    assert "Said of index." in small.read("index.html")
    small.build()
    text = small.read("a/losses.html").replace("<h1>Heading", "<h1>Changed")
    small.write("site/a/losses.html", text)
    server.run(settings, Build.load(Project(small.root)))
    assert len(counted) == 4 and "Changed" in counted[3]
    small.build()
    server.run(settings, Build.load(Project(small.root)))
    assert "Changed" not in small.read("a/losses.html")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_mkdocs_runs_the_step_and_leaves_the_policy_out_while_serving(small, command):
    config = load_config(str(small.root / "mkdocs.yml"))
    plugin = config.plugins["site_extras"]
    assert type(plugin) is SiteExtrasPlugin
    plugin.on_startup(command=command, dirty=False)
    config.plugins.on_post_build(config=config)
    page = small.read("a/losses.html")
    assert "page-facts" in page
    assert ("Content-Security-Policy" in page) == (command == "build")
