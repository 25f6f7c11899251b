"""Two networks with two optimizers, trained in turn: TensorFlow."""
# backends: tensorflow

# %% networks
import keras
import numpy as np
import tensorflow as tf
from keras import ops

keras.utils.set_random_seed(0)
generator = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
critic = keras.Sequential(
    [
        keras.Input((1,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1),
    ]
)
generator_optimizer = keras.optimizers.Adam(0.01, beta_1=0.5)
critic_optimizer = keras.optimizers.Adam(0.01, beta_1=0.5)
generator_optimizer.build(generator.trainable_variables)
critic_optimizer.build(critic.trainable_variables)
loss_fn = keras.losses.BinaryCrossentropy(from_logits=True)


def critic_loss(on_real, on_fake):
    """Real samples are ones, and generated samples are zeros."""
    real = loss_fn(ops.ones_like(on_real), on_real)
    return real + loss_fn(ops.zeros_like(on_fake), on_fake)


def generator_loss(on_fake):
    """Return how far the samples are from passing for real ones."""
    return loss_fn(ops.ones_like(on_fake), on_fake)


# %% step
@tf.function
def step(real, noise):
    """Update the critic, then the generator."""
    fake = generator(noise, training=True)
    with tf.GradientTape() as tape:
        loss = critic_loss(
            critic(real, training=True), critic(fake, training=True)
        )
    variables = critic.trainable_variables
    critic_optimizer.apply(tape.gradient(loss, variables), variables)

    with tf.GradientTape() as tape:
        fake = generator(noise, training=True)
        loss = generator_loss(critic(fake, training=True))
    variables = generator.trainable_variables
    generator_optimizer.apply(tape.gradient(loss, variables), variables)


# %% train
random = np.random.default_rng(0)
for _ in range(400):
    real = random.normal(3.0, 1.0, size=(64, 1)).astype("float32")
    noise = random.normal(size=(64, 2)).astype("float32")
    step(tf.constant(real), tf.constant(noise))
samples = generator.predict(random.normal(size=(1000, 2)), verbose=0)
print(f"wanted a mean of 3, got {samples.mean():.1f}")
