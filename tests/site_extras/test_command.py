"""`python -m site_extras` completes a built site, or says in a line what is missing."""

import gzip
import json
import shutil
import subprocess
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from site_extras.markers import TEMPLATES
from tests.site_extras.conftest import MISTAKE, REPO_URL, SITE_URL


def soup(small, name):
    return BeautifulSoup(small.read(f"{name}.html"), "html.parser")


def named(page, name):
    (found,) = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return found["content"]


def done(small, *arguments, **environment):
    finished = small.run(*arguments, **environment)
    assert (finished.returncode, finished.stderr) == (0, "")


def refused(small, *arguments):
    """Return what the command says when it fails, which is one line."""
    failed = small.run(*arguments)
    assert failed.returncode == 1, failed.stderr
    assert failed.stdout == ""
    (line,) = failed.stderr.splitlines()
    return line


def test_a_page_says_what_it_is_to_readers(small):
    done(small)
    facts = soup(small, "a/losses").select_one("h1 + .page-facts")
    said = [item.text for item in facts.select(".page-facts__facts li")]
    assert said == ["2 minutes to read"]  # its 450 words, and none of the navigation
    links = {link.text: link["href"] for link in facts.select("a")}
    report = links.pop("Report a problem")
    assert links == {
        "Notebook": "../notebooks/a/losses.html",
        "Markdown": "losses.md",
        "Edit this page": f"{REPO_URL}/edit/main/docs/a/losses.md",
    }
    assert facts.select_one("button")["data-page"] == "losses.md"
    assert report.startswith(f"{REPO_URL}/issues/new?")
    assert parse_qs(urlsplit(report).query) == {
        "template": ["page.yml"],
        "title": ['Of <losses> & "more": '],
        "page": [f"{SITE_URL}a/losses.html"],
    }


def test_a_page_says_what_it_is_to_machines(small):
    done(small)
    page = soup(small, "a/losses")
    assert named(page, "og:title") == 'Of <losses> & "more"'
    assert named(page, "og:site_name") == "A & B"
    assert named(page, "og:description") == "About a/losses."
    assert named(page, "og:image") == f"{SITE_URL}assets/cards/a/losses.png"
    assert (small.folder / "assets/cards/a/losses.png").stat().st_size > 1000
    data = json.loads(page.select_one('script[type="application/ld+json"]').text)
    assert data["headline"] == 'Of <losses> & "more"'
    assert data["isPartOf"]["name"] == "A & B"
    assert "<losses>" not in small.read("a/losses.html")
    assert named(soup(small, "index"), "og:title") == "A & B"
    assert named(soup(small, "404"), "og:title") == "Page not found"


def test_generated_pages_have_titles_and_descriptions_of_their_own(small):
    done(small)
    page = soup(small, "notebooks/a/losses")
    title = 'Notebook: Of <losses> & "more"'
    assert page.title.text == f"{title} - A & B"
    assert named(page, "og:title") == title
    assert page.select_one("[data-md-component] .md-ellipsis").text == title
    assert "with every output" in named(page, "description")
    assert named(page, "og:description") == named(page, "description")
    assert soup(small, "programs/a/b").title.text == "Programs: B - A & B"
    for name in ("notebooks/a/losses", "programs/a/b", "404"):
        assert not soup(small, name).select(".page-facts"), name


def test_every_page_has_the_policy(small):
    done(small)
    for path in small.folder.rglob("*.html"):
        text = path.read_text("utf-8")
        assert text.count("default-src &#39;none&#39;; script-src &#39;self&#39;") == 1


def test_the_sections_of_the_search_index_are_in_a_file_of_their_own(small):
    done(small)
    index = {"config": {}, "docs": []}
    assert json.loads(small.read("search/search_index.json")) == index
    sections = json.loads(small.read("search/sections.json"))
    assert [each["title"] for each in sections] == ["Losses", "Exercise"]


def test_code_that_nobody_searches_for_is_left_out_of_the_sections(small):
    done(small)
    losses, exercise = json.loads(small.read("search/sections.json"))
    assert losses["text"] == f"{MISTAKE} <p>Why.</p> <pre><code>x = 2</code></pre>"
    assert exercise["text"] == "<pre><code></code></pre> <pre>Error: 1</pre>"


def test_the_sitemap_has_the_dates_of_commits(small):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (
        ["init", "-q"],
        ["add", "docs/a"],
        [*identity, "commit", "-qm", "A", "--date", "2024-02-03T12:00:00Z"],
    ):
        environment = {"GIT_COMMITTER_DATE": "2024-02-03T12:00:00Z"}
        subprocess.run(["git", *arguments], cwd=small.root, env=environment, check=True)
    done(small)
    sitemap = small.read("sitemap.xml")
    assert "losses.html</loc>\n    <lastmod>2024-02-03</lastmod></url>" in sitemap
    assert "index.html</loc></url>" in sitemap  # it was never committed
    packed = (small.folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == sitemap
    facts = soup(small, "a/losses").select_one(".page-facts")
    assert "Last changed 3 February 2024" in facts.text
    once = small.contents()
    done(small)
    assert small.contents() == once


def test_without_addresses_nothing_that_needs_one_is_there(small):
    small.build(url="")
    done(small, SITE_URL="", REPO_URL="")
    page = soup(small, "a/losses")
    assert not page.select(".page-facts a[href^=http]")
    assert not page.select('[property="og:url"], [property="og:image"]')
    assert named(page, "twitter:card") == "summary"


def test_a_second_run_changes_nothing(small):
    done(small)
    once = small.contents()
    done(small)
    assert small.contents() == once


def test_a_second_run_replaces_what_is_no_longer_right(small):
    done(small)
    source = small.root / "docs/a/losses.md"
    source.write_text(source.read_text("utf-8").replace("About", "Said of"), "utf-8")
    done(small)
    assert named(soup(small, "a/losses"), "og:description") == "Said of a/losses."
    assert "About a/losses" not in small.read("a/losses.html")


def test_the_folder_of_the_site_and_the_settings_can_be_named(small, tmp_path):
    small.folder.rename(tmp_path / "public")
    (tmp_path / "mkdocs.yml").rename(tmp_path / "other.yml")
    done(small, "public", "--config-file", "other.yml")
    assert "page-facts" in (tmp_path / "public/a/losses.html").read_text("utf-8")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_missing_marker_is_named_with_its_page_and_its_template(small, name):
    marker = f"<!-- site-extras: {name} -->"
    small.write("site/a/losses.html", small.read("a/losses.html").replace(marker, ""))
    line = refused(small)
    assert line.startswith(f"Error: a/losses.html: no marker `{marker}`; put it into ")
    assert TEMPLATES[name] in line


def test_a_page_without_an_article_is_refused(small):
    text = small.read("index.html").replace("article", "section")
    small.write("site/index.html", text)
    assert "index.html: no <article>" in refused(small)


def test_a_theme_without_a_place_for_a_title_is_refused(small):
    name = "notebooks/a/losses.html"
    small.write(f"site/{name}", small.read(name).replace("header-topic", "topic"))
    line = refused(small)
    assert f"{name}: nothing looks like" in line and "adapt" in line


def test_a_missing_site_is_refused(small):
    shutil.rmtree(small.folder)
    assert "site: no such folder; build the site first" in refused(small)
    small.folder.mkdir()
    assert "build the site first" in refused(small)
    small.write("site/a/losses/index.html", "<html>")
    assert "`use_directory_urls: false`" in refused(small)


def test_missing_or_damaged_settings_are_refused(small):
    assert "no such file; run this in" in refused(small, "-f", "nowhere.yml")
    small.write("mkdocs.yml", "site_name: [")
    line = refused(small)
    assert "mkdocs.yml: " in line and "line 1" in line
    small.write("mkdocs.yml", "- site_name")
    assert "mkdocs.yml: list found; write `name: value` lines" in refused(small)
