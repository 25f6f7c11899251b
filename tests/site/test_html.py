"""Every page is valid HTML, as html-validate sees it."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.site import needs

CONFIG = Path(__file__).with_name("html-validate.json")

# Faults of the theme that harm nobody, and that our own markup cannot have.
EXCUSED = {
    # Firefox would keep the drawer and the search open over a reload.
    "valid-autocomplete: autocomplete attribute cannot be used on "
    '<input type="checkbox">',
    # The labels of sections that are always open on a wide screen; browsers ignore it.
    'attribute-allowed-values: Attribute "tabindex" has invalid value ""',
}


@pytest.mark.timeout(600)
def test_every_page_is_valid(site, tmp_path):
    report = tmp_path / "report.json"  # it ends before it has filled a pipe
    command = [needs.node(), needs.npm("html-validate/bin/html-validate.mjs")]
    result = subprocess.run(
        [
            *command,
            "--config",
            CONFIG,
            f"--formatter=json={report}",
            *site.rglob("*.html"),
        ],
        capture_output=True,
        text=True,
        timeout=500,
    )
    assert result.returncode in (0, 1), result.stderr
    pages = json.loads(report.read_text(encoding="utf-8"))
    # A page without a fault is not in the report; but each has the theme's.
    read = {Path(page["filePath"]) for page in pages}
    assert read == {*site.rglob("*.html")}
    invalid = {}
    for page in pages:
        name = Path(page["filePath"]).relative_to(site).as_posix()
        faults = [f"{each['ruleId']}: {each['message']}" for each in page["messages"]]
        if counts := Counter(fault for fault in faults if fault not in EXCUSED):
            invalid[name] = dict(counts)
    assert invalid == {}
