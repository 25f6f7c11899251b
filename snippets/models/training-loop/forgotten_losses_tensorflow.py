"""A mistake: a loop that leaves out the losses of the layers."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def penalty_after_training(add_layer_losses):
    """Train for 40 steps and return the penalty at the end."""
    regularizer = keras.regularizers.L2(0.05)
    dense = keras.layers.Dense(
        10, kernel_initializer="zeros", kernel_regularizer=regularizer
    )
    model = keras.Sequential([keras.Input((64,)), dense])
    optimizer = keras.optimizers.SGD(learning_rate=0.5)

    for _ in range(40):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
            if add_layer_losses:
                loss += sum(model.losses)
        gradients = tape.gradient(loss, model.trainable_weights)
        optimizer.apply(gradients, model.trainable_weights)
    return round(float(sum(model.losses)), 3)


# %% compare
print("penalty, losses left out:", penalty_after_training(False))
print("penalty, losses added:   ", penalty_after_training(True))
