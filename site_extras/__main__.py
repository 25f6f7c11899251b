"""The command line: `python -m site_extras`."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import click

from execdocs.build import Build
from execdocs.model.project import Project
from site_extras.settings import Settings
from site_extras.step import Step


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument(
    "site_dir", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    type=click.Path(path_type=Path),
    help="The settings of the site (default: mkdocs.yml in this folder).",
)
def cli(site_dir: Path | None, config_file: Path) -> None:
    """Complete the built site in SITE_DIR (default: what mkdocs.yml says, or site/).

    This puts into each page what the builder left open: facts about the page, metadata,
    and the policy. It draws the cards, splits the search index and dates the sitemap.
    A second run over the same folder changes nothing. MkDocs runs this by itself.
    """
    settings = Settings.read(config_file)
    if site_dir:
        settings = dataclasses.replace(settings, site=site_dir.resolve())
    Step().run(settings, Build.load(Project(settings.root), retry=False))


if __name__ == "__main__":
    sys.exit(cli(prog_name="python -m site_extras"))
