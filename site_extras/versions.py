"""The versions that the programs of a page were run on.

This is the only module of the step that asks the engine.
"""

from __future__ import annotations

from pathlib import Path

from execdocs.model.project import Project
from execdocs.pages import audit

NAMES = {
    "keras": "Keras",
    "tf-keras": "tf-keras",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
    "torch": "PyTorch",
    "Python": "Python",
}


def versions_of(root: Path, page: Path) -> tuple[str, ...]:
    """Return for example `Keras 3.15.1`, then the backends, and Python last.

    Args:
        root: The folder that holds the pages and the programs.
        page: The Markdown file of the page.
    """
    used = dict(each.rsplit(" ", 1) for each in audit.versions(Project(root), page))
    return tuple(
        f"{title} {used[package]}"
        for package, title in NAMES.items()
        if package in used
    )
