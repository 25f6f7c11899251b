"""Search finds names and messages, and outputs do not drown it."""

import functools
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.site.conftest import REPO_URL, ROOT
from tests.site.visit import visit

HERE = Path(__file__).parent

# Sends queries to the worker that the search box talks to.
ASK = """async (queries) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const root = new URL(config.base, location);
  const index = await (await fetch(new URL("search/search_index.json", root))).json();
  const worker = new Worker(new URL(config.search, location));
  const ask = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });
  await ask({ type: 0, data: { ...index, options: {} } });
  const found = [];
  for (const query of queries) {
    const { data } = await ask({ type: 2, data: query });
    found.push(data.items.map(([best]) => best.location));
  }
  worker.terminate();
  return found;
}"""
NAMES = {
    "add_weight": "layers/layer-class.html",
    "add_loss": "learn/losses.html",
    "add_metric": "layers/metrics.html",
    "train_step": "models/train-step.html",
    "compute_output_shape": "layers/shapes.html",
    "get_config": "layers/serialization.html",
    "SeedGenerator": "layers/randomness.html",
    "seedgen": "layers/randomness.html",
    "mixed_float16": "layers/precision.html",
    "keras.Variable": "layers/layer-class.html",
    "keras.random.normal": "layers/randomness.html",
    "Lambda": "models/functional.html",
    "resnet": "models/model-class.html",
    "mask": "learn/arguments.html",
    "how do I save a model with my own layer in it": "layers/serialization.html",
}
LAST = re.compile(r"^[\w.]*(?:Error|Warning|Exception)\b.*", re.DOTALL | re.MULTILINE)


def plain(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def texts(site):
    """Return the texts of the pages on which something may be found."""
    return {path: plain(soup.select_one("article").text) for path, soup in pages(site)}


@functools.cache
def pages(folder):
    found = []
    for source in sorted((ROOT / "docs").rglob("*.md")):
        path = source.relative_to(ROOT / "docs").with_suffix(".html")
        html = (folder / path).read_text(encoding="utf-8")
        found.append((path.as_posix(), BeautifulSoup(html, "html.parser")))
    return found


def messages(folder):
    """Yield each message on the pages: whole, without its traceback, its first line."""
    for _, soup in pages(folder):
        for output in soup.select(".output-error, .output-stderr"):
            yield from parts(output.text.strip())


def parts(text):
    """Yield what a reader may copy of a message: all of it, or what says what it is."""
    yield text
    if found := LAST.search(text):
        yield found[0]
        yield found[0].split("\n")[0]
    last = text.split("\n")[-1].strip()
    if len(last.split()) > 3 and not last.startswith("•"):  # it says something
        yield last


@pytest.fixture(scope="module")
def ask(browser, server):
    """Return a function that asks the search for the addresses it finds."""
    page = browser.new_page()
    page.goto(server.url("layers/losses.html"))
    yield lambda queries: page.evaluate(ASK, [*queries])
    page.close()


def first(found):
    return found[0].split("#")[0] if found else "nothing"


def answers(query, found, texts):
    """Return whether the first page found shows a message, or one like it is a mistake.

    A mistake may have the message with other names in it; the page follows soon.
    """
    if query in texts.get(first(found), ""):
        return True
    words, there = {*query.split()}, {*texts.get(first(found), "").split()}
    return (
        first(found).startswith("mistakes/")
        and len(words & there) > 0.7 * len(words)
        and any(query in texts.get(first([each]), "") for each in found[1:4])
    )


def test_a_message_leads_first_to_a_page_that_shows_it(site, texts, ask):
    queries = sorted({plain(each) for each in messages(site)})
    queries = [query for query in queries if re.search(r"\w", query)]
    assert len(queries) > 100
    wrong = [
        f"{query!r}\n  found first: {first(found)}"
        for query, found in zip(queries, ask(queries), strict=True)
        if not answers(query, found, texts)
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(queries)}:", *wrong])


def test_a_message_with_names_of_the_readers_own_is_found(site, texts, ask):
    """A reader's file, layer and argument are called otherwise."""

    def renamed(text):
        text = re.sub(
            r'File "\w+\.py", line \d+', 'File "/home/me/train.py", line 7', text
        )
        return re.sub(r"'\w+'", "'mine'", text)

    queries = sorted({plain(renamed(each)) for each in messages(site)})
    # Where nothing but names is left of a message, nothing can be found by it.
    queries = [
        query for query in queries if len(query.split()) - query.count("'mine'") > 4
    ]
    texts = {path: renamed(text) for path, text in texts.items()}
    wrong = [
        f"{query!r}\n  found first: {first(found)}"
        for query, found in zip(queries, ask(queries), strict=True)
        if not answers(query, found, texts)
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(queries)}:", *wrong])


def test_a_message_of_a_mistake_leads_first_to_the_section_about_it(site, ask):
    """Chapters show some of these messages as well: the mistake comes first."""
    shown: dict[str, str] = {}  # section → its messages
    queries = set()
    for path, soup in pages(site):
        if path.startswith("mistakes/"):
            for output in soup.select(".output-error, .output-stderr"):
                place = f"{path}#{output.find_previous('h2')['id']}"
                shown[place] = shown.get(place, "") + plain(output.text)
                queries.update(map(plain, parts(output.text.strip())))
    places = {
        query: {
            place
            for place, text in shown.items()
            # Keras may put its frame between the type of an error and its message.
            if re.sub(r"^\w+(?:Error|Warning): ", "", query) in text
        }
        for query in sorted(queries)
        if len(query.split()) > 2 and not query.startswith("•")
    }
    assert len(places) > 25
    wrong = [
        f"{query!r}\n  found first: {found[0] if found else 'nothing'}"
        for query, found in zip(places, ask(places), strict=True)
        if not found or found[0] not in places[query]
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(places)}:", *wrong])


# What stands around a message in a terminal, a log or a chat.
AROUND = {
    "a traceback": """Traceback (most recent call last):
  File "/home/me/train.py", line 7, in <module>
    model.fit(x, y)
    ^^^^^^^^^^^^^^^
  File "/home/me/lib/keras/src/utils/traceback_utils.py", line 122, in error_handler
    raise e.with_traceback(filtered_tb) from None
{}""",
    "the frame of Keras": """{}

Arguments received by Mine.call():
  • inputs=tf.Tensor(shape=(2, 3), dtype=float32)
  • training=None""",
    "the footer of JAX": """{}
--------------------
For simplicity, JAX has removed its internal frames from the traceback of the following
exception. Set JAX_TRACEBACK_FILTERING=off to include these.""",
    "the graph of TensorFlow": """Graph execution error:

Detected at node Mine/Sum defined at (most recent call last):
  File "/home/me/train.py", line 7, in <module>

  File "/home/me/lib/keras/src/utils/traceback_utils.py", line 117, in error_handler

{}
\t [[{{{{node Mine/Sum}}}}]] [Op:__inference_one_step_on_iterator_353]""",
    "colours": "\x1b[1m\x1b[31m{}\x1b[0m",
    "a log": "2026-03-01 12:00:01,123 ERROR {}",
}


@functools.cache
def telling(folder):
    """Return the last lines of the messages of mistakes, and the sections with them."""
    shown: dict[str, list[str]] = {}  # section → its messages
    for path, soup in pages(folder):
        for output in soup.select(".output-error, .output-stderr"):
            heading = output.find_previous("h2")
            if path.startswith("mistakes/") and heading:
                place = f"{path}#{heading['id']}"
                shown.setdefault(place, []).append(output.text.strip())
    places = {}
    for text in (text for texts in shown.values() for text in texts):
        if found := LAST.search(text):
            message = found[0].split("\n\nArguments received")[0]
            body = message.partition(": ")[2]
            if len(re.findall(r"\w+", body)) > 5:
                # Of Keras's frame, only the name of a class is left: the reader's own.
                body = body.split(".call().\n\n")[-1]
                places[message] = {
                    place
                    for place, texts in shown.items()
                    if any(body in each for each in texts)
                }
    assert len(places) > 25
    return places


@pytest.mark.parametrize("around", AROUND)
def test_a_message_is_found_whatever_stands_around_it(site, ask, around):
    places = telling(site)
    found = ask([AROUND[around].format(message) for message in places])
    wrong = [
        f"{message!r}\n  found first: {found[0] if found else 'nothing'}"
        for message, found in zip(places, found, strict=True)
        if not found or found[0] not in places[message]
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(places)}:", *wrong])


def test_half_of_a_message_is_found(site, ask):
    places = telling(site)
    halves = [
        half
        for message in places
        for half in [message[: int(len(message) * 0.6)]]
        if len(half.split()) > 8
    ]
    found = dict(zip(halves, ask(halves), strict=True))
    wrong = [
        f"{half!r}\n  found first: {found[half][:1]}"
        for half in halves
        if not any(
            place in found[half][:1]
            for message, wanted in places.items()
            for place in wanted
            if message.startswith(half)
        )
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(halves)}:", *wrong])


def test_a_message_about_something_else_is_not_answered(ask):
    """Some look like messages of this site: of those, a few may be taken for them."""
    messages = (HERE / "elsewhere.txt").read_text(encoding="utf-8").splitlines()
    assert len(messages) >= 50
    answered = [
        f"{message}\n  found first: {found[0]}"
        for message, found in zip(messages, ask(messages), strict=True)
        if not found[0].startswith(f"{REPO_URL}/issues/new?template=missing.yml&")
    ]
    assert len(answered) <= len(messages) / 7, "\n".join(answered)


def test_what_is_not_answered_can_be_asked_for(browser, server):
    message = "MemoryError: Unable to allocate 7.45 GiB for an array"
    with visit(browser, server, "index.html") as (page, _):
        page.keyboard.press("/")
        page.locator("[data-md-component=search-query]").fill(message)
        first = page.locator(".md-search-result__item", has_text="Not answered here")
        address = first.locator("a").first.get_attribute("href")
        assert parse_qs(urlsplit(address).query)["message"] == [message]


def test_a_section_is_found_in_the_words_of_people(site, ask):
    """Authors write below a section in which other words it is looked for."""
    places = {}
    for path, soup in pages(site):
        for line in soup.find_all("em", string=re.compile("^Also searched as: ")):
            heading = line.find_previous(re.compile("^h[123]$"))
            place = path if heading.name == "h1" else f"{path}#{heading['id']}"
            for words in line.text.removeprefix("Also searched as: ").split(";"):
                places.setdefault(plain(words).rstrip("."), set()).add(place)
    assert places
    wrong = [
        f"{words!r}, of {places[words]}\n  found: {found[:3]}"
        for words, found in zip(places, ask(places), strict=True)
        if not places[words] & {*found[:3]}
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(places)}:", *wrong])


def test_a_typing_error_does_no_harm(ask):
    for typed, meant in {"droput": "dropout", "get_confg": "get_config"}.items():
        one, other = ask([typed, meant])
        assert {*one[:3]} & {*other[:3]}, typed


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("my dropout does nothing", "Dropout that stays off"),
        ("ValueError: You cannot add new elements of state", "You cannot add new"),
    ],
)
def test_several_results_are_in_view(browser, server, query, found):
    with visit(browser, server, "index.html") as (page, _):
        page.keyboard.press("/")
        page.locator("[data-md-component=search-query]").fill(query)
        sections = page.locator(".md-search-result__article:has(h2)")
        sections.filter(has_text=found).first.wait_for()
        panel = page.locator(".md-search__scrollwrap").bounding_box()
        tops = [each.bounding_box()["y"] for each in sections.all()]
        assert len([top for top in tops if top < panel["y"] + panel["height"]]) >= 4


def test_a_name_leads_first_to_the_page_about_it(ask):
    found = dict(zip(NAMES, map(first, ask(NAMES)), strict=True))
    assert found == NAMES


def test_a_part_of_a_name_finds_it(ask):
    for part, path in {
        "normalization": "layers/call-arguments.html",  # in `BatchNormalization`
        "stateless": "models/training-loop.html",  # in `stateless_call`
        "kwargs": "layers/precision.html",  # in `**kwargs`
    }.items():
        assert path in [each.split("#")[0] for each in ask([part])[0][:4]], part


def test_what_is_searched_is_fetched_with_the_first_query(browser, server):
    asked = []
    with visit(browser, server, "layers/losses.html") as (page, _):
        page.on("request", lambda each: asked.append(each.url))
        page.keyboard.press("/")
        page.wait_for_timeout(200)
        assert not asked
        page.context.set_offline(True)
        with page.expect_event("requestfailed"):
            page.keyboard.type("a")
        page.context.set_offline(False)
        asked.clear()
        page.keyboard.type("dd_loss")
        page.locator(".md-search-result__item", has_text="Losses").first.wait_for()
        page.keyboard.type(" add_weight")
        page.locator(".md-search-result__item", has_text="weight").first.wait_for()
        assert asked == [server.url("search/sections.json")]


# With the mouse, no key is pressed: one event says that something has been put in.
INSERT = """text => document.execCommand("insertText", false, text)"""
COPY = "text => navigator.clipboard.writeText(text)"


@pytest.mark.parametrize("by", ["keys", "mouse"])
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_message_can_be_pasted_with_all_its_lines(
    browser, site, server, texts, scheme, by
):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    root = server.url("") if scheme == "http" else f"{site.as_uri()}/"
    page.goto(f"{root}index.html")
    page.keyboard.press("/")
    for message in sorted({*messages(site)}, key=len)[-3:]:
        assert message.count("\n") > 5
        page.evaluate(INSERT if by == "mouse" else COPY, message)
        if by == "keys":
            page.keyboard.press("Control+V")
        link = page.locator(".md-search-result__item:first-child a").first
        path = link.get_attribute("href").removeprefix(root).split("#")[0]
        assert plain(message) in texts[path]
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        expect(link).to_have_count(0)
    context.close()


def test_the_index_has_messages_but_no_other_outputs(site):
    docs = json.loads((site / "search/sections.json").read_text("utf-8"))
    assert not [
        each
        for each in docs
        if each["location"].startswith(("notebooks/", "programs/"))
    ]
    texts = plain(
        BeautifulSoup(" ".join(each["text"] for each in docs), "html.parser").text
    )
    assert "Ran on TensorFlow" not in texts
    shown = {"stdout": [], "error": [], "stderr": []}
    for _, soup in pages(site):
        for kind, found in shown.items():
            found += [plain(each.text) for each in soup.select(f".output-{kind}")]
    for message in shown["error"] + shown["stderr"]:
        assert message in texts
    long = [each for each in shown["stdout"] if len(each) > 200]
    assert long
    assert not [each for each in long if each in texts]
