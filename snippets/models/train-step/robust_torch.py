"""Train on images that are changed to mislead the model: PyTorch."""
# backends: torch

# %% data
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits

x, y = load_digits(return_X_y=True)
x = x.astype("float32") / 16.0
x_train, y_train, x_test, y_test = x[400:], y[400:], x[:400], y[:400]


def sum_of_losses(y, scores):
    """Return a scalar for labels `(batch,)` and scores `(batch, 10)`."""
    return keras.ops.sum(
        keras.losses.sparse_categorical_crossentropy(
            y, scores, from_logits=True
        )
    )


# %% attack
@keras.saving.register_keras_serializable(package="guide")
class Attacked(keras.Model):
    """Read digits; evaluate() changes each pixel by up to `strength`."""

    def __init__(self, strength=0.1, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.strength = strength
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(64, activation="relu", **shared)
        self.scores = keras.layers.Dense(10, **shared)

    def call(self, inputs, training=None):
        """Map pixels `(batch, 64)` to scores `(batch, 10)`."""
        return self.scores(self.hidden(inputs))

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "strength": self.strength}

    def changed(self, x, y):
        """Move each pixel the way that raises the loss most."""
        with torch.enable_grad():  # test_step() runs without gradients
            x = x.clone().requires_grad_()
            loss = sum_of_losses(y, self(x, training=False))
            (gradient,) = torch.autograd.grad(loss, x)
        return x.detach() + self.strength * torch.sign(gradient)

    def test_step(self, data):
        """Measure one batch, after the attack."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        return super().test_step((self.changed(x, y), y, sample_weight))


# %% harden
@keras.saving.register_keras_serializable(package="guide")
class Hardened(Attacked):
    """The same model, which trains on changed images."""

    def train_step(self, data):
        """Update the weights for one batch, after the attack."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        return super().train_step((self.changed(x, y), y, sample_weight))


# %% compare
keras.utils.set_random_seed(0)
models = [Attacked(name="plain"), Hardened(name="hardened")]
for model in models:
    model.compile(
        optimizer=keras.optimizers.Adam(0.005),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    model.fit(x_train, y_train, batch_size=64, epochs=12, verbose=0)
    found = model.predict(x_test, verbose=0).argmax(axis=-1)
    tested = model.evaluate(x_test, y_test, verbose=0, return_dict=True)
    print(f"{model.name}: {(found == y_test).mean():.0%} of clean images,")
    print(f"  {tested['accuracy']:.0%} of changed ones")

# %% picture
plain = models[0]
right = plain.predict(x_test, verbose=0).argmax(axis=-1) == y_test
images, labels = x_test[right][:8], y_test[right][:8]
changed = plain.changed(torch.tensor(images), torch.tensor(labels))
changed = changed.numpy()
figure, axes = plt.subplots(2, 8, figsize=(6, 2), layout="constrained")
for row, pixels in zip(axes, (images, changed), strict=True):
    answers = plain.predict(pixels, verbose=0).argmax(axis=-1)
    for axis, image, answer in zip(row, pixels, answers, strict=True):
        axis.imshow(image.reshape(8, 8), cmap="gray", vmin=0.0, vmax=1.0)
        axis.set_title(answer)
        axis.set_axis_off()
plt.show()
