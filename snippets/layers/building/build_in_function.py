"""A layer built inside tf.function needs no tf.init_scope."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf

dense = keras.layers.Dense(4, name="dense")


@tf.function
def run(inputs):
    """Call the layer, and so build it, while a graph is traced."""
    return dense(inputs)


# %% use
print("before:", len(dense.weights))
outputs = run(tf.ones((2, 3)))
print("after: ", len(dense.weights))
print("readable outside the function:", dense.bias.numpy())
