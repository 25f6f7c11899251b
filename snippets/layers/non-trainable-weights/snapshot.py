"""Which ways to read a variable keep the value of the moment."""

# %% use
import keras
from keras import ops

total = keras.Variable("zeros", shape=(), name="total")
reads = {
    "total": total,
    "ops.convert_to_tensor(total)": ops.convert_to_tensor(total),
    "ops.copy(total)": ops.copy(total),
    "total + 0.0": total + 0.0,
}
total.assign(7.0)
for text, read in reads.items():
    print(f"{text:30} {ops.convert_to_numpy(read)}")
