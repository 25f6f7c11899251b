"""What print() does in a step: TensorFlow."""
# backends: tensorflow

# %% define
import tensorflow as tf
from keras import ops


@tf.function
def step(numbers):
    """Return the mean of the squares, and print."""
    mean = ops.mean(ops.square(numbers))
    print("in the step:", mean)
    return mean


# %% use
for number in range(3):
    print("returned:", float(step(number * ops.ones((2,)))))
