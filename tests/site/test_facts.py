"""Each page says, to readers and machines, what it is and where it comes from."""

import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from execdocs.model.project import Project
from site_extras.versions import versions_of
from tests import tree
from tests.current import current
from tests.site.conftest import REPO_URL, ROOT, SITE_URL, build

NAMESPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def soups(site):
    """Return the chapters of the site by name: `layers/losses`."""
    return {
        name: BeautifulSoup((site / f"{name}.html").read_text("utf-8"), "html.parser")
        for name in (
            path.relative_to(ROOT / "docs").with_suffix("").as_posix()
            for path in sorted((ROOT / "docs").rglob("*.md"))
        )
    }


def committed(name, *options):
    """Return the date of a page's commits, asked of Git one page at a time."""
    paths = [f"docs/{name}.md", f"snippets/{name}"]
    log = subprocess.run(
        ["git", "log", "--format=%cs", *options, "--", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return log.stdout.split()


def structured(soup):
    return json.loads(soup.select_one('script[type="application/ld+json"]').text)


def named(soup, name):
    found = soup.select(f'meta[name="{name}"], meta[property="{name}"]')
    assert len(found) == 1, name
    return found[0]["content"]


def test_the_facts_stand_under_the_heading_and_on_the_home_page_last(soups):
    for name, soup in soups.items():
        assert len(soup.select(".page-facts")) == 1, name
        below = "h2 ~ .page-facts" if name == "index" else "h1 + .page-facts"
        assert soup.select_one(f"article {below}"), name


def test_a_page_says_when_it_was_last_committed(soups):
    for name, soup in soups.items():
        times = [time["datetime"] for time in soup.select(".page-facts time")]
        assert times == committed(name, "-1"), name


def test_the_links_of_the_facts_lead_to_files(soups, site):
    for name, soup in soups.items():
        page = site / f"{name}.html"
        links = soup.select(".page-facts a:not([href^=http])")
        assert "Notebook" in [link.text for link in links], name
        for link in links:
            assert (page.parent / link["href"]).is_file(), f"{name}: {link}"


def test_a_problem_can_be_reported_and_a_page_edited(soups):
    for name, soup in soups.items():
        links = {each.text: each["href"] for each in soup.select(".page-facts a")}
        edited = f"{REPO_URL}/edit/main/docs/{name}.md"
        assert links["Edit this page"] == edited
        report = urlsplit(links["Report a problem"])
        assert links["Report a problem"].startswith(f"{REPO_URL}/issues/new?")
        fields = parse_qs(report.query)
        title = "Home" if name == "index" else named(soup, "og:title")
        assert fields["template"] == ["page.yml"]
        assert fields["title"] == [f"{title}: "]
        assert fields["page"] == [f"{SITE_URL}{name}.html"]
        assert "Keras 3" in fields["versions"][0]


def test_without_an_address_nothing_that_needs_one_is_there(project, tmp_path):
    build(ROOT, tmp_path, SITE_URL="", REPO_URL="")
    for path in project.docs.rglob("*.md"):
        file = tmp_path / path.relative_to(project.docs).with_suffix(".html")
        soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        assert not soup.select("link[rel=canonical], [property='og:url']")
        assert not soup.select(".page-facts a[href^=http], .md-source")
        assert "url" not in structured(soup)
    for path in tmp_path.rglob("*.html"):
        assert "colab.research" not in path.read_text("utf-8")
    assert not ElementTree.parse(tmp_path / "sitemap.xml").findall("map:url", NAMESPACE)


def test_machines_read_what_a_page_is(soups):
    for name, soup in soups.items():
        url = f"{SITE_URL}{name}.html"
        assert soup.select_one("link[rel=canonical]")["href"] == url
        assert named(soup, "og:url") == url
        assert named(soup, "og:description") == named(soup, "description")
        assert named(soup, "og:title") and named(soup, "twitter:card")
        data = structured(soup)
        if name == "index":
            assert data["@type"] == "WebSite"
            continue
        assert data["@type"] == "TechArticle"
        assert data["headline"] == named(soup, "og:title")
        dates = committed(name)
        if dates:
            published_, modified = data["datePublished"], data["dateModified"]
            assert (published_, modified) == (min(dates), max(dates))
        used = versions_of(current(), name)
        assert data["dependencies"].split(", ") == [*used]


def test_every_page_has_a_title_and_a_description_of_its_own(site):
    heads = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8").partition("</head>")[0]
        soup = BeautifulSoup(html, "html.parser")
        name = path.relative_to(site).as_posix()
        for text in (soup.title.text, named(soup, "description")):
            assert len(text) > 10, name
            assert text not in heads, f"{name} and {heads[text]}: {text}"
            heads[text] = name


def test_the_sitemap_names_every_page_and_the_date_of_its_commit(site):
    entries = ElementTree.parse(site / "sitemap.xml").findall("map:url", NAMESPACE)
    dates = {
        each.findtext("map:loc", namespaces=NAMESPACE): each.findtext(
            "map:lastmod", namespaces=NAMESPACE
        )
        for each in entries
    }
    files = {
        SITE_URL + path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if path.name != "404.html"
    }
    assert {*dates} == files
    for url, date in dates.items():
        name = url.removeprefix(SITE_URL).removesuffix(".html")
        name = name.removeprefix("notebooks/").removeprefix("programs/")
        assert [date] == (committed(name, "-1") or [None]), url


@pytest.mark.timeout(900)  # it builds the site
def test_a_copy_without_a_history_has_no_dates(tmp_path, site, project):
    root = tree.copy(tmp_path / "copy")
    shutil.copytree(project.records, Project(root).records)
    # What pages became does not depend on the history: it need not be made again.
    shutil.copytree(ROOT / ".cache/pages", root / ".cache/pages")
    build(root, tmp_path / "site")
    sitemap = ElementTree.parse(tmp_path / "site/sitemap.xml")
    assert sitemap.findall("map:url/map:loc", NAMESPACE)
    assert not sitemap.findall("map:url/map:lastmod", NAMESPACE)
    page = (tmp_path / "site/layers/losses.html").read_text("utf-8")
    assert "Last changed" not in page
    assert "dateModified" not in page
