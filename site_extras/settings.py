"""The settings of the site, which are those of its builder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` says of the site; an address that it leaves out is empty."""

    root: Path
    docs: Path
    site: Path
    name: str
    description: str
    url: str  # ends with a slash
    repository: str  # ends without one

    @classmethod
    def read(cls, file: Path) -> Settings:
        """Read the settings from `mkdocs.yml`, without loading themes or plugins.

        Raises:
            click.ClickException: The file is missing, or not valid.
        """
        try:
            with file.open("rb") as opened:
                values = yaml_load(opened)
        except FileNotFoundError:
            raise click.ClickException(
                f"{file}: no such file; run this in the folder that holds mkdocs.yml, "
                "or name the file with --config-file"
            ) from None
        except ConfigurationError as error:
            in_one_line = " ".join(str(error).split())
            raise click.ClickException(f"{file}: {in_one_line}") from None
        if not isinstance(values, dict):
            raise click.ClickException(
                f"{file}: {type(values).__name__} found; write `name: value` lines"
            )
        root = file.resolve().parent
        return cls._made(
            root=root,
            docs=root / values.get("docs_dir", "docs"),
            site=root / values.get("site_dir", "site"),
            name=values.get("site_name"),
            description=values.get("site_description"),
            url=values.get("site_url"),
            repository=values.get("repo_url"),
        )

    @classmethod
    def of(cls, config: MkDocsConfig) -> Settings:
        """Return the settings of a build by MkDocs, which may differ from the file."""
        return cls._made(
            root=Path(config.config_file_path).resolve().parent,
            docs=Path(config.docs_dir),
            site=Path(config.site_dir),
            name=config.site_name,
            description=config.site_description,
            url=config.site_url,
            repository=config.repo_url,
        )

    @classmethod
    def _made(
        cls,
        *,
        root: Path,
        docs: Path,
        site: Path,
        name: str | None,
        description: str | None,
        url: str | None,
        repository: str | None,
    ) -> Settings:
        return cls(
            root=root,
            docs=docs,
            site=site,
            name=name or "",
            description=description or "",
            url=f"{url.rstrip('/')}/" if url else "",
            repository=(repository or "").rstrip("/"),
        )
