"""A mistake: a Python number that changes with each call of a compiled step."""
# backends: tensorflow

# %% step
import keras
import tensorflow as tf

layer = keras.layers.Dense(2)
layer.build((None, 3))
rows = tf.ones((4, 3))
traces = []


@tf.function
def step(rows, rate):
    """Return the outputs `(batch, 2)`, scaled."""
    traces.append("step")  # Python runs while TensorFlow traces
    return layer(rows) * rate


for rate in [1.0, 0.5, 0.25, 0.125]:
    step(rows, rate)
print("traces of 4 calls:", len(traces))
assert len(traces) == 4  # wrong: the operations are the same in all of them
