"""Which children a layer finds in containers, and which it misses."""

# %% define
import collections

import keras


def dense(name):
    """Return a built layer with one weight."""
    layer = keras.layers.Dense(1, use_bias=False, name=name)
    layer.build((None, 1))
    return layer


def show(text, parent):
    """Print which children the parent tracks."""
    names = [weight.path.split("/")[0] for weight in parent.weights]
    print(f"{text:22}{', '.join(names) or '-'}")


# %% found
for value in (
    [dense("a"), dense("b")],
    (dense("a"), dense("b")),
    {"left": dense("a"), "right": dense("b")},
    {"stage": [dense("a"), {"skip": dense("b")}]},
):
    parent = keras.layers.Layer()
    parent.parts = value
    show(type(value).__name__, parent)

# %% grow
parent = keras.layers.Layer()
parent.parts = []
parent.parts.append(dense("a"))
parent.parts.extend([dense("b")])
parent.parts.insert(0, dense("c"))
show("append extend insert", parent)

parent = keras.layers.Layer()
parent.parts = {}
parent.parts["left"] = dense("a")
parent.parts.update({"right": dense("b")})
show("[key] update", parent)

# %% shrink
parent = keras.layers.Layer()
parent.parts = [dense("a"), dense("b"), dense("c")]
parent.parts.pop()
del parent.parts[0]
show("pop del", parent)

# %% missed
parent = keras.layers.Layer()
parent.parts = [dense("old")]
parent.parts[0] = dense("new")
show("list[0] = new", parent)

parent = keras.layers.Layer()
parent.parts = {}
parent.parts.setdefault("key", dense("new"))
show("setdefault", parent)

parent = keras.layers.Layer()
parts = {"first": dense("old")}
parent.parts = parts
parts["second"] = dense("new")
show("the original dict", parent)

parent = keras.layers.Layer()
parent.parts = []
parent.parts.append([])
parent.parts[0].append(dense("new"))
show("appended, then filled", parent)

parent = keras.layers.Layer()
parent.parts = collections.deque([dense("new")])
show("deque", parent)


class Pair:
    """A plain object that holds two layers."""

    def __init__(self):
        """Create the layers."""
        self.left, self.right = dense("left"), dense("right")


parent = keras.layers.Layer()
parent.parts = Pair()
show("plain object", parent)
