"""What a program refers to, and links to in its code (`execdocs.links`)."""

import textwrap

import pytest
from bs4 import BeautifulSoup

from execdocs.links.html import link
from execdocs.links.resolve import references
from tests.execdocs.conftest import include

LAYER = """
import keras


class Mine(keras.layers.Layer):
"""


def named(program):
    """Return pairs of a text in a program and what it refers to."""
    program = textwrap.dedent(program).strip("\n")
    lines = program.split("\n")
    return [
        (lines[each.line - 1][each.start : each.end], each.name.removeprefix("tf."))
        for each in references(program)
    ]


def inside(body, more=""):
    """Return what a class refers to beside its base."""
    body = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
    found = named(LAYER + body + "\n" + textwrap.dedent(more))
    assert found[0] == ("keras.layers.Layer", "keras.layers.Layer")
    return found[1:]


DENSE = [("keras.layers.Dense", "keras.layers.Dense")]


@pytest.mark.parametrize(
    ("program", "found"),
    {
        "module": ("import keras\nkeras.ops.ones(3)", ("keras.ops.ones",) * 2),
        "alias": ("import keras as k\nk.ops.ones(3)", ("k.ops.ones", "keras.ops.ones")),
        "submodule": ("import keras.ops\nkeras.ops.ones(3)", ("keras.ops.ones",) * 2),
        "submodule as": (
            "import keras.ops as o\no.ones(3)",
            ("o.ones", "keras.ops.ones"),
        ),
        "tensorflow": (
            "import tensorflow as tf\ntf.function(f)",
            ("tf.function", "function"),
        ),
        "tensorflow.keras": (
            "import tensorflow as tf\ntf.keras.ops.ones(3)",
            ("tf.keras.ops.ones", "keras.ops.ones"),
        ),
        "class": (
            "import keras\nkeras.layers.Layer.build",
            ("keras.layers.Layer.build", "keras.Layer#build"),
        ),
        "known part": (
            "import keras\nkeras.Model.nothing.at_all",
            ("keras.Model", "keras.Model"),
        ),
        "name": (
            "import keras\nload = keras.saving.load_model",
            ("keras.saving.load_model", "keras.models.load_model"),
        ),
        "other letters": (
            'import keras\nä = "äöü", keras.ops.ones(3)',
            ("keras.ops.ones", "keras.ops.ones"),
        ),
        "keyword": ("import keras\nf(x=keras.Input)", ("keras.Input",) * 2),
        "in a function": (
            "def f():\n  import keras\n  keras.Input",
            ("keras.Input",) * 2,
        ),
    }.values(),
)
def test_a_public_name_is_found_however_it_is_imported(program, found):
    assert named(program) == [found]


def test_what_is_imported_by_name_is_found_where_it_is_imported_too():
    assert named("from keras.layers import Dense as D, nothing\nD(3)\nnothing()") == [
        ("Dense", "keras.layers.Dense"),
        ("D", "keras.layers.Dense"),
    ]
    assert named("from keras import ops, layers\nops.nothing") == [
        ("ops", "keras.ops"),
        ("layers", "keras.layers"),
    ]


@pytest.mark.parametrize(
    "program",
    {
        "not public": "import keras\nkeras.layers.Nothing()",
        "private": "import keras\nkeras.src.layers.Dense()",
        "a module": "import keras\nkeras.layers",
        "another package": "import tf_keras as keras\nkeras.layers.Dense()",
        "never imported": "keras.layers.Dense()",
        "assigned": "import keras\nkeras = object()\nkeras.Input()",
        "assigned with others": "import keras\n(keras, x) = f()\nkeras.Input()",
        "deleted": "import keras\ndel keras\nkeras.Input()",
        "a parameter": "import keras\ndef f(keras):\n  keras.Input()",
        "a variadic parameter": "import keras\ndef f(**keras):\n  keras.Input()",
        "a lambda's": "import keras\nlambda keras: keras.Input()",
        "a loop's": "import keras\nfor keras in x:\n  keras.Input()",
        "a comprehension's": "import keras\n[keras.Input() for keras in x]",
        "an exception's": "import keras\ntry: ...\nexcept E as keras: keras.Input()",
        "a pattern's": "import keras\nmatch x:\n  case keras: keras.Input()",
        "a walrus's": "import keras\nif (keras := x): keras.Input()",
        "a mapping's": "import keras\nmatch x:\n  case {**keras}: keras.Input()",
        "an inner walrus's": "import keras\n[keras := x for x in y]\nkeras.Input()",
        "a context's": "import keras\nwith x as keras: keras.Input()",
        "a function's": "import keras\ndef keras(): ...\nkeras.Input()",
        "a class's": "import keras\nclass keras: ...\nkeras.Input()",
        "global": "import keras\ndef f():\n  global keras\n  keras = 1\nkeras.Input()",
        "two modules'": "import keras\nimport numpy as keras\nkeras.Input()",
        "local": "import keras\ndef f():\n  keras.Input()\n  keras = 1",
        "seen in a class alone": "class A:\n  import keras\n  def f(self): keras.Input",
        "a relative import": "from .keras import Input\nInput()",
        "any name's": "import keras\nfrom x import *\nkeras.Input()",
        "in a string": "import keras\n'keras.Input()'  # keras.Input()",
        "in an f-string": "import keras\nf'{keras.Input()}'",
    }.values(),
)
def test_what_may_be_something_else_leads_nowhere(program):
    assert named(program) == []


def test_what_a_class_inherits_leads_to_what_defines_it():
    assert inside("def f(self):\n    self.add_weight(self.nothing, self._metrics)") == [
        ("add_weight", "keras.Layer#add_weight")
    ]
    assert inside("@classmethod\ndef f(cls):\n    cls.from_config({})") == [
        ("from_config", "keras.Operation#from_config")
    ]
    assert inside("def f(self):\n    return [lambda: self.losses for x in y]") == [
        ("losses", "keras.Layer#losses")
    ]


def test_a_method_leads_to_the_one_that_it_overrides():
    assert inside("def build(self, shape):\n    super().build(shape)") == [
        ("build", "keras.Layer#build"),
        ("build", "keras.Layer#build"),
    ]
    assert inside("@property\ndef metrics(self):\n    return []") == [
        ("metrics", "keras.Layer#metrics")
    ]
    assert inside("def mine(self): ...\ndef __init__(self): ...") == []


def test_the_own_members_of_a_class_lead_nowhere():
    build = ("build", "keras.Layer#build")
    assert inside("def build(self): ...\ndef f(self):\n    self.build()") == [build]
    assert inside("losses = 3\ndef f(self):\n    self.losses") == []
    assert inside("def build(self): ...", "Mine().build(3)") == [build]


def test_classes_of_the_program_are_followed():
    more = """
    class Wider(Mine):
        def f(self):
            self.add_loss(super().losses)
            super().call(self.call(1))

    Wider().weights
    """
    assert inside("def call(self, x): ...", more) == [
        ("call", "keras.Layer#call"),
        ("add_loss", "keras.Layer#add_loss"),
        ("losses", "keras.Layer#losses"),
        ("weights", "keras.Layer#weights"),
    ]


@pytest.mark.parametrize(
    "body",
    {
        "static": "@staticmethod\ndef f(self):\n    self.add_weight()",
        "assigned": "def f(self):\n    self = 3\n    self.add_weight()",
        "all arguments": "def f(*self):\n    self.add_weight()",
        "another parameter": "def f(self, layer):\n    layer.add_weight()",
        "a function in it": "def f(self):\n    def g(self):\n        self.add_weight()",
        "own super": "def f(self, super):\n    super().add_weight()",
        "another's super": "def f(self):\n    super(A, self).add_weight()",
    }.values(),
)
def test_what_may_be_no_instance_leads_nowhere(body):
    assert inside(body) == []


def test_a_base_that_is_unknown_may_define_anything():
    program = "class Mine(Mixin, keras.Model):\n  def fit(self):\n    self.predict()"
    assert named(f"import keras\n{program}") == [("keras.Model", "keras.Model")]


@pytest.mark.parametrize(
    "program",
    {
        "hidden": "class A:\n  class Mine(Mine):\n    def fit(self): self.predict()",
        "each other's": "class A(B): ...\nclass B(A): ...\nA().predict",
    }.values(),
)
def test_a_class_that_seems_to_inherit_from_itself_leads_nowhere(program):
    model = [("keras.Model", "keras.Model")]
    assert named(f"import keras\nclass Mine(keras.Model): ...\n{program}") == model


@pytest.mark.parametrize(
    ("program", "found"),
    {
        "variable": ("x = keras.layers.Dense(3)\nx.build(1)", [*DENSE, "Dense#build"]),
        "once or again": (
            "x = keras.layers.Dense(3)\nx = keras.layers.Dense(4)\nx.build(1)",
            [*DENSE, *DENSE, "Dense#build"],
        ),
        "at once": ("keras.layers.Dense(3).build(1)", [*DENSE, "Dense#build"]),
        "stored": ("x = keras.layers.Dense(3)\nx.trainable = 0", [*DENSE, "trainable"]),
        "other": ("x = keras.layers.Dense(3)\nx = f(x)\nx.build(1)", DENSE),
        "another": (
            "x = keras.layers.Dense(3)\nx = keras.Input(3)\nx.build(1)",
            [*DENSE, ("keras.Input", "keras.Input")],
        ),
        "result": (
            "x = keras.Input(3)\nx.build(1)",
            [("keras.Input", "keras.Input")],
        ),
        "itself": ("x = x.layers\nx.build(1)", []),
        "added to": ("x = keras.layers.Dense(3)\nx += 1\nx.build(1)", DENSE),
        "a property's value": (
            "x = keras.layers.Dense(3)\ny = x.losses\ny.build(1), y",
            [*DENSE, "losses"],
        ),
    }.values(),
)
def test_an_instance_has_the_members_of_its_class(program, found):
    members = {
        "Dense#build": ("build", "keras.layers.Dense#build"),
        "trainable": ("trainable", "keras.Layer#trainable"),
        "losses": ("losses", "keras.Layer#losses"),
    }
    wanted = [members[each] if isinstance(each, str) else each for each in found]
    assert named(f"import keras\n{program}") == wanted


def test_what_is_stored_on_an_instance_is_known_if_it_is_always_the_same():
    body = "def f(self):\n    self.x = keras.layers.Dense(3)\n    self.x.build(1)"
    build = ("build", "keras.layers.Dense#build")
    assert inside(body) == [*DENSE, build]
    assert inside(body, "Mine().x = 3") == DENSE
    assert inside(body, "Mine().x, y = f()") == DENSE
    assert inside(body + "\nx = 3") == DENSE


def test_a_context_is_known_if_it_gives_itself():
    tape = ("tf.GradientTape", "GradientTape")
    program = "import tensorflow as tf\nwith tf.GradientTape() as t:\n  t.watch(x)"
    assert named(program) == [tape, ("watch", "GradientTape#watch")]


def linked(code, program, first=1):
    """Return the texts and names of the links in highlighted code."""
    html = link(code, program, first)
    soup = BeautifulSoup(html, "html.parser")
    assert soup.text == BeautifulSoup(code, "html.parser").text
    assert str(soup) == html  # well formed
    return [(a.text, a["title"], a["href"]) for a in soup.find_all("a")]


def test_a_link_says_where_it_leads():
    code = '<span class="n">keras</span><span class="o">.</span>Input'
    page = "https://www.tensorflow.org/api_docs/python/tf/keras/Input"
    program = "import keras\n\nkeras.Input"
    assert linked(code + "\n", program, 3) == [("keras.Input", "tf.keras.Input", page)]
    assert linked("keras.Input\n", program, 3)
    assert link(code, "import keras\n# &\nkeras.Model", 3) == code  # other code


def test_a_name_is_linked_where_a_block_has_it_first():
    program = "import keras\n\nkeras.Input\nkeras.Input\n"
    assert link("keras.Input\nkeras.Input\n", program, 3).count("<a ") == 1
    seen: set[str] = set()
    assert link("keras.Input\n", program, 3, seen).count("<a ") == 1
    assert link("keras.Input\n", program, 4, seen).count("<a ") == 0  # a later block


def test_a_link_begins_within_a_token():
    token = '<span class="nd">@keras</span>'
    code = f'<span class="hll">{token}.Input &amp; x\n</span>def y(): ...'
    program = "@keras.Input & x\ndef y(): ...\nimport keras"
    ((text, *_),) = linked(code, program)
    assert text == "keras.Input"
    assert '<span class="nd">@</span><a class="nd"' in link(code, program)


@pytest.fixture(scope="module")
def made(shared_site):
    """Make a site and run its program, which imports no backend."""
    shared_site.program(
        """
        # %% define hidden
        def load():
            import keras
            return keras.layers.Dense(3) < 4
        # %% use
        def again():  # (1)!
            from keras import Model

            @Model.fit
            def fit(x: "a < b & c"):
                return "<&>"
        # %% end
        print("</code>")
        """
    )
    shared_site.succeeds("run")
    return shared_site


@pytest.mark.parametrize(
    "page",
    {
        "alone": "{}",
        "in a tab": '=== "Tab"\n\n    === "Inner"\n\n{:8}',
        "in a list": "1. One\n\n{:4}",
        "in an admonition": '!!! note "Note"\n\n{:4}',
        "after others": "```sh\nkeras\n```\n\n    keras\n\n`keras`\n\n{}",
    }.values(),
)
@pytest.mark.parametrize("info", ["", ' title="a.py" hl_lines="1"'])
def test_code_on_a_page_has_links_and_its_text(made, page, info):
    class Fence(str):
        def __format__(self, indent):
            return textwrap.indent(str(self), " " * int(indent or 0))

    fence = Fence(include("a.py:use", info) + "\n" + include("a.py:end", info))
    soup = made.soup(page.format(fence))
    links = soup.select(".program code a[title]")
    assert [(each.text, each["title"]) for each in links] == [
        ("Model", "tf.keras.Model"),
        ("Model.fit", "tf.keras.Model.fit"),
    ]
    texts = [code.text.strip("\n") for code in soup.select(".program pre > code")]
    text = (made.project.snippets / "a.py").read_text()
    cells = [text.partition(f"# %% {cell}\n")[2] for cell in ("use", "end")]
    assert texts == [cell.partition("\n# %%")[0].strip("\n") for cell in cells]
    assert "<!--" not in str(soup)


def test_a_block_that_fails_has_no_links_and_no_mark(made):
    html = made.html(include("gone.py:use") + "\n" + include("a.py:use"), tolerant=True)
    assert html.count("tf.keras.Model.fit") == 1
    assert "<!--" not in html
