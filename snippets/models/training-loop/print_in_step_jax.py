"""What print() does in a step: JAX."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
from keras import ops


@jax.jit
def step(numbers):
    """Return the mean of the squares, and print."""
    mean = ops.mean(ops.square(numbers))
    print("in the step:", mean)
    return mean


# %% use
for number in range(3):
    print("returned:", float(step(number * ops.ones((2,)))))
