"""Links and anchors within the site resolve: lychee follows them all.

Addresses that begin with the site's own, as canonical ones do, are looked up in the
built site too. Links to other sites are not followed: tests need no network.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.conftest import SITE_URL

LYCHEE = Path(sys.executable).with_name("lychee")


@pytest.fixture(scope="module")
def root(site, tmp_path_factory) -> Path:
    """Return a folder in which the site has the path that it has when published."""
    folder = tmp_path_factory.mktemp("root")
    place = folder / urlsplit(SITE_URL).path.strip("/")
    shutil.copytree(site, place)
    return folder


def test_links_and_anchors_resolve(root):
    origin = SITE_URL.removesuffix(urlsplit(SITE_URL).path)
    result = subprocess.run(
        [
            LYCHEE,
            "--offline",
            "--include-fragments",
            "--index-files=index.html",
            "--no-progress",
            f"--root-dir={root}",
            f"--remap={origin} file://{root}",
            "--format=json",
            *sorted(root.glob("*/**/*.html")),
        ],
        capture_output=True,
        text=True,
    )
    report = json.loads(result.stdout)
    assert report["successful"] > 1000, result.stderr
    broken = {
        page: [f"{error['url']}: {error['status']['text']}" for error in errors]
        for page, errors in report["error_map"].items()
    }
    assert broken == {}
