"""The same model three times: a list, a graph, and a class."""

# %% train
import keras
import numpy as np

x = np.linspace(-1.0, 1.0, 64).reshape(-1, 1)
y = np.abs(x)


def train(model):
    """Train a model, and print what it predicts for -0.5."""
    model.compile(keras.optimizers.Adam(0.03), loss="mse")
    model.fit(x, y, batch_size=16, epochs=30, verbose=0, shuffle=False)
    guess = model.predict(np.array([[-0.5]]), verbose=0)
    print(f"{guess[0, 0]:.1f}")


# %% sequential
keras.utils.set_random_seed(1)
model = keras.Sequential(
    [
        keras.Input((1,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1),
    ]
)
train(model)

# %% functional
keras.utils.set_random_seed(1)
inputs = keras.Input((1,))
hidden = keras.layers.Dense(16, activation="relu")(inputs)
outputs = keras.layers.Dense(1)(hidden)
model = keras.Model(inputs, outputs)
train(model)


# %% subclass
class Net(keras.Model):
    """A hidden layer, and one output."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(16, activation="relu", **shared)
        self.output_layer = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Return one number for each row."""
        return self.output_layer(self.hidden(inputs))


keras.utils.set_random_seed(1)
model = Net()
train(model)
