"""The penalty of a regularizer on a weight, and when it is computed."""

# %% use
import keras
from keras import ops


def show(text):
    """Print the losses that the layer reports."""
    losses = [float(ops.convert_to_numpy(loss)) for loss in dense.losses]
    print(f"{text:14}", losses)


dense = keras.layers.Dense(
    2,
    kernel_initializer="ones",
    kernel_regularizer=keras.regularizers.L2(0.5),
)
show("created:")
dense.build((None, 3))
show("built:")
dense.kernel.assign(2.0 * dense.kernel)
show("kernel doubled:")
dense.trainable = False
show("frozen:")
