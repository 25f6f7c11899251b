"""The Content-Security-Policy of the pages.

It allows nothing inline and nothing from other origins. Material's own inline scripts
are therefore files of this site; see `overrides/partials/javascripts/`.
"""

from __future__ import annotations

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


def policy() -> str:
    """Return the policy as one line."""
    return "; ".join(f"{name} {sources}" for name, sources in POLICY.items())
