"""An autoencoder: from an image to two numbers, and back."""

# %% train
import keras
from keras import layers
from sklearn.datasets import load_digits

images = load_digits().data.astype("float32") / 16.0
keras.utils.set_random_seed(1)
encoder = keras.Sequential([layers.Dense(128, "relu"), layers.Dense(2)])
decoder = [layers.Dense(128, "relu"), layers.Dense(64, "sigmoid")]
autoencoder = keras.Sequential([encoder, *decoder])
autoencoder.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse")
autoencoder.fit(images, images, batch_size=128, epochs=20, verbose=0)

points = encoder.predict(images, verbose=0)
print(f"numbers from {points.min():.0f} to {points.max():.0f}")
