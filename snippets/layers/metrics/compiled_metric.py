"""A loss and an accuracy that work everywhere: give them to compile()."""

# %% fit
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = (x[:, :1] + x[:, 1:] > 0.5).astype("float32")

points = keras.Input((2,), name="points")
logits = keras.layers.Dense(1, kernel_initializer="zeros")(points)
model = keras.Model(points, logits)

model.compile(
    optimizer=keras.optimizers.SGD(1.0),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[keras.metrics.BinaryAccuracy(name="accuracy", threshold=0.0)],
)
history = model.fit(x, y, epochs=3, batch_size=16, shuffle=False, verbose=0)
for name, values in sorted(history.history.items()):
    print(name, [round(value, 3) for value in values])

# %% serve
server = keras.Model(points, keras.layers.Activation("sigmoid")(logits))
print(server.predict(x[:2], verbose=0).round(3))
