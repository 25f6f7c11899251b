"""The MkDocs plugin: run the step after each build, and serve the glossary."""

from __future__ import annotations

from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

from execdocs.build import Build
from execdocs.model.project import Project
from site_extras.generated import kind_of
from site_extras.glossary import GLOSSARY
from site_extras.settings import Settings
from site_extras.step import Step


class SiteExtrasPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """What MkDocs calls; everything else is in modules that any builder can use."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin a build, or a server, which keeps this plugin for all its builds."""
        self.is_serving = command == "serve"
        self.step = Step()

    def on_env(self, env: jinja2.Environment, **_: object) -> None:
        """Leave the indentation of the templates out, so that pages weigh less."""
        env.trim_blocks = env.lstrip_blocks = True

    def on_config(self, config: MkDocsConfig) -> None:
        """Tell the glossary its text: so each page is known to depend on it."""
        path = Path(config.docs_dir, GLOSSARY)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        config.mdx_configs["glossary"] = {"text": text, "page": ""}

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object
    ) -> None:
        """Tell the glossary the page, and leave generated pages out of the search."""
        uri = page.file.src_uri
        written = Path(page.file.abs_src_path or "").is_relative_to(config.docs_dir)
        config.mdx_configs["glossary"]["page"] = uri if written else ""
        if kind_of(uri):
            page.meta["search"] = {"exclude": True}  # the chapter is found already

    @event_priority(-200)  # after the offline plugin, at -100, has copied the index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Run the step."""
        settings = Settings.of(config)
        engine = config.plugins.get("execdocs")
        build = getattr(engine, "build", None) or Build.load(Project(settings.root))
        self.step.run(settings, build, with_policy=not self.is_serving)
