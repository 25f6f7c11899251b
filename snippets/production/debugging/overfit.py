"""Eight rows that a network must be able to learn by heart."""

# %% define
import keras
import numpy as np

random = np.random.default_rng(0)
rows = random.normal(size=(8, 4)).astype("float32")
targets = np.linspace(-1.0, 1.0, 8).reshape(8, 1).astype("float32")


def overfit(activation):
    """Train on eight rows for long, and print the loss on the way."""
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(32, activation="tanh"),
            keras.layers.Dense(1, activation=activation),
        ]
    )
    initial = np.random.default_rng(1)
    model.set_weights([initial.normal(size=w.shape) for w in model.weights])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    x, y = np.tile(rows, (300, 1)), np.tile(targets, (300, 1))
    model.fit(x, y, batch_size=8, shuffle=False, verbose=0)
    loss = model.evaluate(rows, targets, verbose=0)
    print(f"{activation}: loss after 300 steps is {loss:.3f}")


# %% compare
overfit("linear")
overfit("relu")
print(
    f"best loss without a negative output: {np.mean(targets[:4] ** 2) / 2:.3f}"
)
