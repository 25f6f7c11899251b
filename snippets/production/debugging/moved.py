"""Compare all weights before and after one step."""

# %% model
import keras
import numpy as np

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((3,)),
        keras.layers.Dense(4, name="frozen", trainable=False),
        keras.layers.Dense(
            4,
            activation="relu",
            bias_initializer=keras.initializers.Constant(-100.0),
            name="silent",
        ),
        keras.layers.Dense(1, name="head"),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
x = np.random.default_rng(0).normal(size=(16, 3)).astype("float32")
y = np.ones((16, 1), dtype="float32")

# %% count
print(len(model.trainable_weights), "of", len(model.weights), "train")

# %% step
before = [weight.numpy().copy() for weight in model.weights]
model.train_on_batch(x, y)
for weight, old in zip(model.weights, before, strict=True):
    change = np.abs(weight.numpy() - old).max()
    print(f"{weight.path}: trains {weight.trainable}, moved {change:.2f}")
