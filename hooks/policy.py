"""MkDocs hook: the Content-Security-Policy of the pages.

Nothing inline and nothing from elsewhere, so Material's inline scripts are files of
ours: see `overrides/partials/javascripts/`. While serving there is no policy, because
the script that MkDocs reloads a page with is inline.
"""

from __future__ import annotations

import jinja2

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Material's CSS has its icons in it
    "font-src": "'self'",
    "connect-src": "'self'",  # the search index, instant navigation
    "worker-src": "'self'",  # search
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}

serving = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether pages are being reloaded."""
    global serving
    serving = command == "serve"


def on_env(env: jinja2.Environment, **_: object) -> None:
    """Give the templates the policy."""
    rules = "; ".join(f"{name} {sources}" for name, sources in POLICY.items())
    env.globals["policy"] = "" if serving else rules
