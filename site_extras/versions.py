"""The versions that the programs of a page were run on.

This is the only module of the step that asks the engine.
"""

from __future__ import annotations

from execdocs.build import Build

NAMES = {
    "keras": "Keras",
    "tf-keras": "tf-keras",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
    "torch": "PyTorch",
    "Python": "Python",
}


def versions_of(build: Build, name: str) -> tuple[str, ...]:
    """Return for example `Keras 3.15.1`, then the backends, and Python last.

    Args:
        build: What the pages were made from.
        name: The page below `docs/`, without its ending.
    """
    page = build.pages[f"{name}.md"]
    used = dict(each.rsplit(" ", 1) for each in build.versions(page))
    return tuple(
        f"{title} {used[package]}"
        for package, title in NAMES.items()
        if package in used
    )
