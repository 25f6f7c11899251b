"""What fit() still does around a step of your own."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Counted(keras.Model):
    """A dense layer, with a step that counts its runs in Python."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        self.runs = 0
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, *arguments):
        """Count, then do what fit() does."""
        self.runs += 1
        return super().train_step(*arguments)


x = np.linspace(-1.0, 1.0, 320).reshape(-1, 1)


def train(**options):
    """Compile and train a model, and report what happened."""
    model = Counted()
    model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse", **options)
    batches = []
    history = model.fit(
        x,
        2.0 * x,
        epochs=50,
        validation_split=0.2,
        callbacks=[
            keras.callbacks.EarlyStopping(min_delta=0.001),
            keras.callbacks.LambdaCallback(
                on_train_batch_end=lambda batch, logs: batches.append(batch)
            ),
        ],
        verbose=0,
    ).history
    print(sorted(history), "in", len(history["loss"]), "epochs of 8 batches")
    print("Python ran the step", model.runs, "times")
    print("callbacks heard of", len(batches), "batches")


# %% compiled
train()

# %% eager
train(run_eagerly=True)
