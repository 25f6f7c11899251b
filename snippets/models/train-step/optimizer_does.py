"""Reasons that need no step of your own: the optimizer does it."""

# %% both
import keras
import numpy as np

weight = keras.Variable(np.zeros(2, "float32"))
optimizer = keras.optimizers.SGD(learning_rate=1.0, global_clipnorm=1.0)
optimizer.apply([keras.ops.array([30.0, 40.0])], [weight])
print("length of the step:", round(float(np.linalg.norm(weight.numpy())), 3))

weight = keras.Variable(np.zeros(1, "float32"))
optimizer = keras.optimizers.SGD(
    learning_rate=1.0, gradient_accumulation_steps=2
)
for gradient in (1.0, 3.0, 5.0, 7.0):
    optimizer.apply([keras.ops.array([gradient])], [weight])
    print("gradient", gradient, "weight", weight.numpy()[0])
