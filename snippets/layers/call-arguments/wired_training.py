"""A value of training that is given where a functional model is wired."""

# %% dropout
import keras
import numpy as np

inputs = keras.Input((1000,))
outputs = keras.layers.Dropout(0.5)(inputs, training=True)
model = keras.Model(inputs, outputs)


def drops(outputs):
    """Return whether any of the outputs is zero."""
    return bool(np.any(keras.ops.convert_to_numpy(outputs) == 0.0))


ones = np.ones((1, 1000))
print("model(ones) drops:", drops(model(ones)))
print("model(ones, training=False) drops:", drops(model(ones, training=False)))
print("predict(ones) drops:", drops(model.predict(ones, verbose=0)))

# %% norm
norm = keras.layers.BatchNormalization(momentum=0.5)
inputs = keras.Input((1,))
outputs = keras.layers.Dense(1)(norm(inputs, training=False))
model = keras.Model(inputs, outputs)
fives = np.full((8, 1), 5.0)

model.compile(optimizer="sgd", loss="mse")
model.fit(fives, fives, verbose=0)
print("wired with training=False:", norm.moving_mean.numpy().round(2))

norm.trainable = False
model.compile(optimizer="sgd", loss="mse")
model.fit(fives, fives, verbose=0)
print("with trainable = False:   ", norm.moving_mean.numpy().round(2))
