"""Two networks with two optimizers, trained in turn: JAX."""
# backends: jax

# %% networks
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
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
def loss_of_critic(trainable, fixed, real, fake):
    """Return the loss of the critic; its weights are arguments."""
    on_real, fixed = critic.stateless_call(trainable, fixed, real)
    on_fake, fixed = critic.stateless_call(trainable, fixed, fake)
    return critic_loss(on_real, on_fake), fixed


def loss_of_generator(trainable, fixed, critic_weights, noise):
    """Return the loss of the generator; its weights come first."""
    fake, fixed = generator.stateless_call(trainable, fixed, noise)
    on_fake, _ = critic.stateless_call(*critic_weights, fake)
    return generator_loss(on_fake), fixed


@jax.jit
def step(state, real, noise):
    """Update the critic, then the generator; return the new state."""
    (c_train, c_fixed, c_opt), (g_train, g_fixed, g_opt) = state
    fake, _ = generator.stateless_call(g_train, g_fixed, noise)
    gradients, c_fixed = jax.grad(loss_of_critic, has_aux=True)(
        c_train, c_fixed, real, fake
    )
    c_train, c_opt = critic_optimizer.stateless_apply(c_opt, gradients, c_train)

    gradients, g_fixed = jax.grad(loss_of_generator, has_aux=True)(
        g_train, g_fixed, (c_train, c_fixed), noise
    )
    g_train, g_opt = generator_optimizer.stateless_apply(
        g_opt, gradients, g_train
    )
    return (c_train, c_fixed, c_opt), (g_train, g_fixed, g_opt)


def state_of(model, optimizer):
    """Return the values of all variables of a model and its optimizer."""
    return tuple(
        [variable.value for variable in variables]
        for variables in (
            model.trainable_variables,
            model.non_trainable_variables,
            optimizer.variables,
        )
    )


# %% train
state = (
    state_of(critic, critic_optimizer),
    state_of(generator, generator_optimizer),
)
random = np.random.default_rng(0)
for _ in range(400):
    real = random.normal(3.0, 1.0, size=(64, 1)).astype("float32")
    noise = random.normal(size=(64, 2)).astype("float32")
    state = step(state, real, noise)
for variable, value in zip(
    generator.trainable_variables, state[1][0], strict=True
):
    variable.assign(value)
samples = generator.predict(random.normal(size=(1000, 2)), verbose=0)
print(f"wanted a mean of 3, got {samples.mean():.1f}")
