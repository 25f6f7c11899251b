"""A saved model forgets how far its random numbers have come."""

# %% define
import keras
from keras import ops

model = keras.Sequential(
    [keras.Input((3,)), keras.layers.Dropout(0.5, seed=7, name="dropout")]
)
for _ in range(5):
    model(ops.ones((1, 3)), training=True)
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print("before:", model.get_layer("dropout").seed_generator.state.numpy())
print("after: ", loaded.get_layer("dropout").seed_generator.state.numpy())


# %% cure
@keras.saving.register_keras_serializable(package="guide")
class Dropout(keras.layers.Dropout):
    """A dropout that saves how far its random numbers have come."""

    def save_own_variables(self, store):
        """Write the state of the generator to the file."""
        super().save_own_variables(store)
        store["seed_state"] = self.seed_generator.state.numpy()

    def load_own_variables(self, store):
        """Read the state of the generator from the file."""
        # Not super(): it would take the state for a weight too many.
        self.seed_generator.state.assign(store["seed_state"][:])


model = keras.Sequential([keras.Input((3,)), Dropout(0.5, seed=7, name="drop")])
for _ in range(5):
    model(ops.ones((1, 3)), training=True)
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print("after: ", loaded.get_layer("drop").seed_generator.state.numpy())
