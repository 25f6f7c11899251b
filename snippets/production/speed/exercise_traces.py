"""Exercise: a compiled function that is traced once for all numbers."""
# backends: tensorflow

# %% start
import tensorflow as tf

traces = 0


@tf.function
def shrink(x, rate):
    """Return `x`, made smaller by a rate that changes at each step."""
    global traces
    traces += 1
    return x * (1.0 - rate)


def decay(x, rates):
    """Shrink `x` by each of the rates, which are Python numbers."""
    for rate in rates:
        x = shrink(x, rate)
    return x


# %% check raises=AssertionError
y = decay(tf.ones((2,)), [0.5, 0.25, 0.125])
print("result:", y.numpy(), "traces:", traces)
assert abs(y.numpy() - 0.328125).max() < 1e-6, "the result must stay the same"
assert traces == 1, "the function is traced anew for each Python number"
