"""Draw which weights a layer tracks, and which of them train."""

# %% define
import keras
import matplotlib.pyplot as plt
from keras import ops


# Wrong in Keras 3.15: made frozen, MultiHeadAttention trains all the same.
@keras.saving.register_keras_serializable(package="guide")
class AttentionBlock(keras.layers.Layer):
    """Let the rows of a sequence look at each other, and normalize them."""

    def __init__(self, **kwargs):
        """Create the children; `build()` gives them their weights."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.attention = keras.layers.MultiHeadAttention(
            num_heads=2, key_dim=4, name="attention", **shared
        )
        self.norm = keras.layers.LayerNormalization(name="norm", **shared)

    def build(self, input_shape):
        """Build the children for inputs of shape `(batch, steps, units)`."""
        self.attention.build(input_shape, input_shape)
        self.norm.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats `(batch, steps, units)` to floats of the same shape."""
        seen = self.attention(inputs, inputs, training=training)
        return self.norm(inputs + seen)


# %% draw
def draw(layer):
    """Draw the weights of a built layer, each inside the layers that own it."""
    tree = {}
    for weight in layer.weights:
        branch = tree
        for owner in weight.path.split("/")[:-1]:
            branch = branch.setdefault(owner, {})
        branch[id(weight)] = weight

    rows, boxes = [], []

    def place(branch, depth):
        """Give each layer and each weight of a branch a row."""
        for owner, node in branch.items():
            first = len(rows)
            if isinstance(node, dict):
                rows.append((depth, owner, None))
                place(node, depth + 1)
                boxes.append((depth, first, len(rows)))
            else:
                rows.append((depth, node.name, node))

    place(tree, 0)
    plt.figure(figsize=(4, 0.25 * len(rows)), layout="constrained")
    plt.axis((0, 1, len(rows) - 0.5, -0.5))
    plt.axis("off")
    for depth, first, end in boxes:
        margin, gap = 0.03 * depth, 0.04 * depth
        plt.barh(
            first - 0.5 + gap,
            left=margin,
            width=1 - 2 * margin,
            height=end - first - 2 * gap,
            align="edge",
            color="tab:blue",
            alpha=0.15,
        )
    trained = {id(weight) for weight in layer.trainable_weights}
    for y, (depth, name, weight) in enumerate(rows):
        start, style = 0.03 * depth + 0.02, {"va": "center", "size": 9}
        if weight is None:
            plt.text(start, y, name, weight="bold", **style)
        else:
            flag = "● trains" if id(weight) in trained else "○ does not"
            plt.text(start, y, name, **style)
            shape = " × ".join(map(str, weight.shape)) or "scalar"
            plt.text(0.44, y, shape, **style)
            plt.text(0.68, y, flag, **style)
    plt.show()


# %% use
block = AttentionBlock(name="attention_block")
outputs = block(ops.ones((2, 6, 8)))
block.attention.trainable = False
draw(block)
