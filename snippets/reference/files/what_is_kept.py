"""What a `.keras` file keeps of a trained model, and what it does not."""

# %% define
import keras
import numpy as np

x = np.ones((8, 3), dtype="float32")


@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """Two dense layers, one after the other."""

    def __init__(self, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(4, name="first", **shared)
        self.second = keras.layers.Dense(2, name="second", **shared)

    def build(self, input_shape):
        """Build the children for inputs of shape `(..., features)`."""
        self.first.build(input_shape)
        self.second.build(self.first.compute_output_shape(input_shape))

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 2)`."""
        return self.second(self.first(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], 2)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


def make():
    """Return a model of a block and a head."""
    block = Block(name="block")
    head = keras.layers.Dense(1, name="head")
    return keras.Sequential([keras.Input((3,)), block, head])


def loaded(model):
    """Return the model as it comes back from a file."""
    model.save("model.keras")
    return keras.saving.load_model("model.keras")


# %% trainable
def compare(flag, model):
    """Print how many weights a model would train, and how many when loaded."""
    before, after = model.trainable_weights, loaded(model).trainable_weights
    print(f"{flag}: {len(before)} -> {len(after)}")


model = make()
model.get_layer("block").trainable = False
compare("the flag of a layer", model)

model = make()
model.get_layer("block").first.trainable = False
compare("the flag of its child", model)

model = make()
model.get_layer("head").kernel.trainable = False
compare("the flag of a weight", model)

# %% training
model = make()
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit(x, x[:, :1], batch_size=4, verbose=0)
for name, each in {"trained": model, "loaded": loaded(model)}.items():
    steps = int(each.optimizer.iterations)
    measured = float(each.metrics[0].result()) > 0.0
    print(f"{name}: {each.loss}, {steps} steps, a loss measured: {measured}")

# %% policy warns=UserWarning
keras.config.set_dtype_policy("mixed_float16")
half = make()
half.compile(optimizer="sgd", loss="mse")
half.save("half.keras")
keras.config.set_dtype_policy("float32")
again = keras.saving.load_model("half.keras")
for name, each in {"made": half, "loaded": again}.items():
    layer = each.get_layer("head").dtype_policy.name
    kind = type(each.optimizer).__name__
    print(f"{name}: layer {layer}, model {each.dtype_policy.name}, {kind}")

# %% quantize warns=UserWarning
model = make()
model.quantize("int8")
block = model.get_layer("block")
for layer in (block, block.first):
    print(layer.name, layer.dtype_policy.name)

# %% weights
model.save_weights("model.weights.h5")
again = make()
again.quantize("int8")
again.load_weights("model.weights.h5")
wanted, found = model.predict(x, verbose=0), again.predict(x, verbose=0)
print("the same outputs:", np.array_equal(wanted, found))

# %% file raises=ValueError
loaded(model)
