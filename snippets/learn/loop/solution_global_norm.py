"""Solution: one size for the gradients of all weights."""

# %% solve
from keras import ops


def global_norm(gradients):
    """Return one number for the size of a list of gradients."""
    return ops.sqrt(sum(ops.sum(ops.square(each)) for each in gradients))


# %% check
kernel, bias = ops.array([[3.0], [0.0]]), ops.array([4.0])
size = float(global_norm([kernel, bias]))
print(f"size: {size:.1f}")
assert abs(size - 5.0) < 1e-5, "3 and 4 make 5: a gradient is left out"
size = float(global_norm([2.0 * bias]))
assert abs(size - 8.0) < 1e-5, "a single gradient of 8 has the size 8"
