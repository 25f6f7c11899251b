"""A mistake: model.losses is read after fit()."""
# backends: tensorflow

# %% use raises=TypeError
import keras
import numpy as np

model = keras.Sequential(
    [keras.layers.Dense(1), keras.layers.ActivityRegularization(l2=1.0)]
)
x, y = np.ones((4, 3)), np.ones((4, 1))
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, verbose=0)
print(float(model.losses[0]))
