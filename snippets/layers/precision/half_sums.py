"""What half precision cannot hold: sums, large numbers, small numbers."""

# %% single
import matplotlib.pyplot as plt
import numpy as np
from keras import ops


def show(label, number):
    """Compute with one number in each dtype and print the results."""
    found = []
    for dtype in ("float32", "float16", "bfloat16"):
        result = number(lambda value, dtype=dtype: ops.cast(value, dtype))
        found.append(float(ops.convert_to_numpy(ops.cast(result, "float32"))))
    print(f"{label:8}" + "".join(f"{value:>14.7g}" for value in found))


print(f"{'':8}{'float32':>14}{'float16':>14}{'bfloat16':>14}")
show("0.1", lambda cast: cast(0.1))
show("256+1", lambda cast: cast(256.0) + cast(1.0))
show("2048+1", lambda cast: cast(2048.0) + cast(1.0))
show("300*300", lambda cast: cast(300.0) * cast(300.0))
show("1e-8", lambda cast: cast(1e-8))

# %% running
figure, axes = plt.subplots(figsize=(6, 3.5), layout="constrained")
for dtype, style in (("float32", "-"), ("float16", "--"), ("bfloat16", ":")):
    ones = ops.convert_to_numpy(ops.ones((4000,), dtype=dtype))
    total = np.add.accumulate(ones)
    print(f"{dtype:9} total of 4000 ones: {float(total[-1]):g}")
    axes.plot(total.astype("float32"), style, linewidth=2, label=dtype)
axes.set(xlabel="ones added", ylabel="running total")
axes.legend()
plt.show()

# %% keras
for dtype in ("float16", "bfloat16"):
    total = ops.sum(ops.ones((4000,), dtype=dtype))
    print(dtype, ops.convert_to_numpy(ops.cast(total, "float32")))
