"""No page and no index is heavier than a phone should have to read."""

import gzip

KILOBYTE = 1000


def test_no_page_has_more_than_200_kilobytes_of_html(site):
    sizes = {
        path.relative_to(site).as_posix(): path.stat().st_size / KILOBYTE
        for path in site.rglob("*.html")
    }
    assert {page: size for page, size in sizes.items() if size > 200} == {}


def test_the_search_index_has_one_and_a_half_megabytes_at_most(site):
    indexes = [*site.glob("search/*")]
    assert {"sections.json", "search_index.js"} <= {index.name for index in indexes}
    for index in indexes:
        assert index.stat().st_size <= 1500 * KILOBYTE, index.name


def test_what_the_first_query_fetches_has_260_kilobytes_at_most(site):
    """As servers send it: compressed."""
    sections = gzip.compress((site / "search/sections.json").read_bytes())
    assert len(sections) <= 260 * KILOBYTE
