"""A small residual network that learns to read handwritten digits."""

# %% data
import keras
import matplotlib.pyplot as plt
from keras import layers, ops
from sklearn.datasets import load_digits

images, labels = load_digits(return_X_y=True)
images = images.reshape(-1, 8, 8, 1).astype("float32") / 16.0
held_out = (images[:400], labels[:400])
print("images:", images.shape, "held out:", held_out[0].shape)


# %% block
@keras.saving.register_keras_serializable(package="guide")
class ResidualBlock(layers.Layer):
    """Add to the input what two convolutions make of it."""

    def __init__(self, filters, **kwargs):
        """Create the layers, for images with that many channels."""
        super().__init__(**kwargs)
        self.filters = filters
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        conv = {"padding": "same", "use_bias": False, **shared}
        # 0.99, the default, needs far more steps than this training has.
        norm = {"momentum": 0.9, **shared}
        self.conv_1 = layers.Conv2D(filters, 3, name="conv_1", **conv)
        self.norm_1 = layers.BatchNormalization(name="norm_1", **norm)
        self.conv_2 = layers.Conv2D(filters, 3, name="conv_2", **conv)
        self.norm_2 = layers.BatchNormalization(name="norm_2", **norm)

    def call(self, inputs, training=None):
        """Map `(batch, height, width, filters)` to the same shape."""
        x = ops.relu(self.norm_1(self.conv_1(inputs), training=training))
        x = self.norm_2(self.conv_2(x), training=training)
        return ops.relu(inputs + x)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "filters": self.filters}


# %% model
@keras.saving.register_keras_serializable(package="guide")
class ResNet(keras.Model):
    """A convolution, two residual blocks, and a score for each digit."""

    def __init__(self, filters=16, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.filters = filters
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.stem = layers.Conv2D(
            filters, 3, strides=2, padding="same", name="stem", **shared
        )
        self.blocks = [
            ResidualBlock(filters, name=f"block_{i}", **shared)
            for i in range(2)
        ]
        self.scores = layers.Dense(10, name="scores", **shared)

    def call(self, inputs, training=None):
        """Map images `(batch, height, width, 1)` to `(batch, 10)`."""
        x = self.stem(inputs)
        for block in self.blocks:
            x = block(x, training=training)
        return self.scores(ops.mean(x, axis=(1, 2)))

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "filters": self.filters}


# %% train timeout=180
keras.utils.set_random_seed(0)
model = ResNet(name="resnet")
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(
    images[400:],
    labels[400:],
    batch_size=64,
    epochs=5,
    validation_data=held_out,
    verbose=0,
).history
for epoch in (1, 3, 5):
    accuracy = history["val_accuracy"][epoch - 1]
    print(f"epoch {epoch}: {int(10 * accuracy)} of 10 held-out images right")

# %% curve
epochs = range(1, 6)
figure, axes = plt.subplots(figsize=(6, 3.5), layout="constrained")
axes.plot(epochs, history["accuracy"], color="tab:blue", label="training")
axes.plot(epochs, history["val_accuracy"], color="tab:orange", label="held out")
axes.set(xlabel="epoch", xticks=epochs, ylabel="accuracy", ylim=(0.0, 1.02))
axes.legend(loc="lower right")
plt.show()
