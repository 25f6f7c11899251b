"""Lighthouse gives a page of each type at least 95 points where speed does not count.

How quick a page is depends on the machine too: `make bench` measures that.
"""

import pytest

from tests.site import lighthouse

CATEGORIES = ("accessibility", "best-practices", "seo")
WANTED = 95


@pytest.mark.parametrize("kind", lighthouse.TYPES)
def test_lighthouse_gives_at_least_95(site, server, kind):
    page = lighthouse.heaviest(site, kind)
    report = lighthouse.report_on(server.url(page), CATEGORIES)
    low = {
        name: (score, failed(report, name))
        for name, score in lighthouse.points(report).items()
        if score < WANTED
    }
    assert low == {}, page
    assert report["categories"].keys() == {*CATEGORIES}


def failed(report: dict, category: str) -> list[str]:
    """Return the audits that took points from a category."""
    weighed = [
        each for each in report["categories"][category]["auditRefs"] if each["weight"]
    ]
    audits = (report["audits"][each["id"]] for each in weighed)
    return [
        f"{audit['id']} {audit.get('displayValue', '')}".strip()
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    ]
