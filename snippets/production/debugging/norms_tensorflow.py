"""The length of the gradient of each weight, for one batch: TensorFlow."""
# backends: tensorflow

# %% model
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((4,))])
for i in range(4):
    model.add(keras.layers.Dense(8, activation="sigmoid", name=f"hidden_{i}"))
model.add(keras.layers.Dense(1, name="head"))
loss_fn = keras.losses.MeanSquaredError()

random = np.random.default_rng(0)
x = random.normal(size=(32, 4)).astype("float32")
y = x[:, :1]

# %% norms
with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
gradients = tape.gradient(loss, model.trainable_variables)

variables = model.trainable_variables
for variable, gradient in zip(variables, gradients, strict=True):
    if gradient is None:
        print(variable.path, "has no gradient")
    elif variable.name == "kernel":
        norm = float(keras.ops.norm(gradient))
        print(f"{variable.path}: {norm:.0e}")
