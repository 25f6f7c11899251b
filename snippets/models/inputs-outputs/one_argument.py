"""fit() hands over one argument, which may hold several inputs."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Price(keras.Model):
    """Add what the rooms and what the place are worth."""

    def __init__(self, **kwargs):
        """Create one layer for each input."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        kind = {"kernel_initializer": "ones", **shared}
        self.rooms = keras.layers.Dense(1, **kind)
        self.place = keras.layers.Dense(1, **kind)

    def call(self, inputs, training=None):
        """Map floats `(batch, m)` and `(batch, n)` to floats `(batch, 1)`."""
        return self.rooms(inputs["rooms"]) + self.place(inputs["place"])


# %% fit
rng = np.random.default_rng(0)
rooms, place = rng.normal(size=(64, 3)), rng.normal(size=(64, 2))
prices = rooms.sum(axis=1) * 2.0 + place.sum(axis=1) * 3.0
data = {"place": place, "rooms": rooms}

model = Price()
model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mse")
history = model.fit(data, prices, epochs=20, shuffle=False, verbose=0)
print("loss:", round(history.history["loss"][0], 1), end=" to ")
print(round(history.history["loss"][-1], 4))
print(keras.ops.convert_to_numpy(model.place.kernel).ravel().round(2))


# %% two
# Wrong on purpose: fit() has one argument for the inputs.
class TwoArguments(Price):
    """The same, with an argument for each input."""

    def call(self, rooms, place, training=None):
        """Map floats `(batch, m)` and `(batch, n)` to floats `(batch, 1)`."""
        return self.rooms(rooms) + self.place(place)


model = TwoArguments()
print("by hand:", tuple(model(rooms, place).shape))

# %% two-fit raises=Exception
model.compile(optimizer="sgd", loss="mse")
model.fit([rooms, place], prices, verbose=0)
