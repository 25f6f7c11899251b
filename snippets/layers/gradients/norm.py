"""The gradient of ops.norm() for a row of zeros."""

# %% measure
import keras
import numpy as np
from keras import ops

row = keras.layers.Embedding(1, 2, embeddings_initializer="zeros")
norm = keras.layers.Lambda(lambda x: ops.norm(x, axis=-1))
model = keras.Sequential([row, norm])
model.compile(optimizer="sgd", loss="mse")
model.train_on_batch(np.array([[0]]), np.ones((1, 1)))
print(row.embeddings.numpy())
