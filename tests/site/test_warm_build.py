"""A build with fresh records runs no program and imports no backend."""

import os
import subprocess
import sys

from tests.site.conftest import ROOT

BUILD = """
import sys

def refuse(event, args):
    if event == "subprocess.Popen" and "execdocs.run.server" in args[1]:
        sys.exit(f"started {args}")

sys.addaudithook(refuse)
from mkdocs.__main__ import cli
cli(["build", "--quiet", "--site-dir", sys.argv[1]], standalone_mode=False)
imported = {"keras", "tensorflow"} & {*sys.modules}
sys.exit(f"imported {imported}" if imported else 0)
"""


def test_a_warm_build_starts_no_warm_process_and_imports_no_backend(site, tmp_path):
    result = subprocess.run(
        [sys.executable, "-c", BUILD, tmp_path / "again"],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "again" / "index.html").exists()
