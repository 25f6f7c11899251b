"""Formulas that are finite, and have a gradient that is not."""

# %% define
import keras
import numpy as np
from keras import ops


def distance(x):
    """Return the length of each row."""
    return ops.sqrt(ops.sum(ops.square(x), axis=-1))


def one_where(x):
    """Hide the root of zero; its gradient is still computed."""
    squared = ops.sum(ops.square(x), axis=-1)
    return ops.where(squared > 0.0, ops.sqrt(squared), 0.0)


def two_where(x):
    """Take the root of 1 in place of zero, and hide that root."""
    squared = ops.sum(ops.square(x), axis=-1)
    positive = squared > 0.0
    root = ops.sqrt(ops.where(positive, squared, 1.0))
    return ops.where(positive, root, 0.0)


# %% measure
def train(formula):
    """Train a row of zeros for one step, and print what became of it."""
    row = keras.layers.Embedding(1, 2, embeddings_initializer="zeros")
    model = keras.Sequential([row, keras.layers.Lambda(formula)])
    model.compile(optimizer="sgd", loss="mse")
    ids = np.array([[0]])
    print(formula.__name__, ops.convert_to_numpy(model(ids)), end=" -> ")
    model.train_on_batch(ids, np.ones((1, 1)))
    print(row.embeddings.numpy())


train(distance)
train(one_where)
train(two_where)
