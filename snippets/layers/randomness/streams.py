"""An integer seed repeats itself, a SeedGenerator goes on."""

# %% integer
import keras
from keras import ops

for _ in range(3):
    draws = keras.random.normal((4,), seed=7)
    print(ops.convert_to_numpy(draws).round(2))

# %% generator
generator = keras.random.SeedGenerator(7)
for _ in range(3):
    draws = keras.random.normal((4,), seed=generator)
    print(ops.convert_to_numpy(draws).round(2))

# %% state
print(generator.state.numpy())
generator.state.assign([7, 0])
draws = keras.random.normal((4,), seed=generator)
print(ops.convert_to_numpy(draws).round(2))
