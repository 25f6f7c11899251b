"""What the pages on Keras 2 claim is proved by executed blocks."""

import posixpath
from urllib.parse import urlsplit

import pytest

from execdocs.model.backend import installed
from execdocs.model.percent import read_program

CLAIMS = "porting/claims.md"
PAIRS = "porting/side-by-side.md"
COLUMNS = ["What they say", "What holds", "Proof"]
VERDICTS = {"Still exact.", "Needs care.", "Gone."}
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


@pytest.fixture(scope="module")
def rows(chapters):
    """Return the cells of each claim: what is said, what holds, and the proof."""
    found = []
    for table in chapters[CLAIMS].select("article table:not(.highlighttable)"):
        assert [cell.text for cell in table.select("th")] == COLUMNS
        found += [row.select("td") for row in table.select("tbody tr")]
    return found


def section(chapters, href):
    """Return what stands below the heading that a link of the claims leads to.

    That ends at the next heading, whatever its level: a proof is not far away.
    """
    url = urlsplit(href)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(CLAIMS), url.path))
    page = f"{path.removesuffix('.html')}.md" if url.path else CLAIMS
    heading = chapters[page].find(id=url.fragment)
    assert heading is not None and heading.name in HEADINGS, href
    below = []
    for element in heading.find_all_next(True):
        if element.name in HEADINGS:
            break
        below.append(element)
    return below


def test_each_claim_has_a_verdict_and_a_remark(rows):
    assert len(rows) >= 22
    assert len({claim.text for claim, _, _ in rows}) == len(rows)
    verdicts = [holds.contents[0] for _, holds, _ in rows]
    assert {each.name for each in verdicts} == {"strong"}
    assert {each.text for each in verdicts} == VERDICTS
    for claim, holds, _ in rows:
        remark = holds.text.removeprefix(holds.strong.text).strip()
        assert remark or holds.strong.text == "Still exact.", claim.text


def test_each_proof_leads_to_a_block_with_its_output(chapters, rows):
    for claim, _, proof in rows:
        (link,) = proof.select("a")
        executed = [
            element
            for element in section(chapters, link["href"])
            if element.get("data-backend") and element.text.strip()
        ]
        assert executed, claim.text


def test_no_two_links_of_the_same_words_lead_to_different_proofs(rows):
    links = [proof.a for *_, proof in rows]
    assert len({link.text for link in links}) == len(links)


def test_both_editions_of_each_pair_are_executed(chapters, project):
    tabs = [
        each
        for each in chapters[PAIRS].select("article .tabbed-set")
        if "backends" not in each.get("class", [])
    ]
    assert len(tabs) >= 7
    for each in tabs:
        labels = each.select(":scope > .tabbed-labels > label")
        assert [label.text for label in labels] == ["Keras 2", "Keras 3"]
        old, new = each.select(":scope > .tabbed-content > .tabbed-block")
        for block, is_old in ((old, True), (new, False)):
            sources = {part["data-source"] for part in block.select("[data-source]")}
            (name,) = sources
            backends = read_program(project, name).backends
            assert (tuple(backends) == ("keras2",)) == is_old, name
            if installed(backends):
                assert block.select(f'[data-source="{name}"] .output'), name
