"""A build with fresh records runs no program and imports no backend."""

import os
import subprocess
import sys

from tests.site.conftest import ROOT

# Only Git may be asked, for the dates of pages. Jupytext, which mkdocs-jupyter imports,
# asks for the version of Pandoc.
BUILD = """
import os, sys

def refuse(event, args):
    if event == "subprocess.Popen":
        command = [os.path.basename(args[1][0]), *args[1][1:]]
        if command[0] == "git" or command == ["pandoc", "--version"]:
            return
    if event in ("subprocess.Popen", "os.fork", "os.posix_spawn", "os.system"):
        print(f"started {args}", file=sys.stderr, flush=True)
        os._exit(1)  # nothing can catch it, in no thread

sys.addaudithook(refuse)
from mkdocs.__main__ import cli
cli(["build", "--quiet", "--site-dir", sys.argv[1]], standalone_mode=False)
imported = {"keras", "tensorflow"} & {*sys.modules}
sys.exit(f"imported {imported}" if imported else 0)
"""


def test_a_warm_build_starts_no_program_and_imports_no_backend(site, tmp_path):
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
