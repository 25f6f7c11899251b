"""Ten dense layers against ten residual blocks, and what a block tracks."""

# %% plain
import keras
import numpy as np

x = np.random.default_rng(1).normal(size=(256, 8)).astype("float32")
y = x.sum(axis=1, keepdims=True)
y = (y - y.mean()) / y.std()


def train(name, layers):
    """Train a model of these layers, and print its last loss."""
    keras.utils.set_random_seed(1)
    last = keras.layers.Dense(1)
    model = keras.Sequential([keras.Input((8,)), *layers, last])
    model.compile(keras.optimizers.SGD(0.02), loss="mse")
    history = model.fit(x, y, epochs=20, verbose=0, shuffle=False).history
    print(f"{name}: loss {history['loss'][-1]:.1f}")


train("ten layers", [keras.layers.Dense(8, "sigmoid") for _ in range(10)])


# %% define
class ResidualBlock(keras.layers.Layer):
    """Two dense layers whose result is added to their input."""

    def __init__(self, units, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        self.units = units
        # Keras does not pass dtype and trainable on to the children.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            units, "sigmoid", name="hidden", **shared
        )
        self.project = keras.layers.Dense(
            units, kernel_initializer="zeros", name="project", **shared
        )

    def build(self, input_shape):
        """Build each child for the shape that it will get."""
        self.hidden.build(input_shape)
        self.project.build(self.hidden.compute_output_shape(input_shape))

    def call(self, inputs):
        """Return the inputs plus what the children make of them."""
        return inputs + self.project(self.hidden(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the outputs: that of the inputs."""
        return input_shape


# %% identity
block = ResidualBlock(8, name="block")
outputs = keras.ops.convert_to_numpy(block(x))
print("largest change:", abs(outputs - x).max())

# %% residual
train("ten blocks", [ResidualBlock(8) for _ in range(10)])

# %% weights
for weight in block.weights:
    print(weight.path, tuple(weight.shape))

# %% frozen
model = keras.Sequential(
    [
        keras.Input((8,)),
        ResidualBlock(8, trainable=False),
        keras.layers.Dense(1),
    ]
)
print("all weights:", len(model.weights))
print("those that train:", len(model.trainable_weights))


# %% tower
class Tower(keras.layers.Layer):
    """Residual blocks, one after the other."""

    def __init__(self, depth, units, **kwargs):
        """Create the children, in a list."""
        super().__init__(**kwargs)
        self.depth = depth
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.blocks = [ResidualBlock(units, **shared) for _ in range(depth)]

    def build(self, input_shape):
        """Build each block for the shape that the one before puts out."""
        for block in self.blocks:
            block.build(input_shape)
            input_shape = block.compute_output_shape(input_shape)

    def call(self, inputs):
        """Send the inputs through all blocks."""
        for block in self.blocks:
            inputs = block(inputs)
        return inputs

    def compute_output_shape(self, input_shape):
        """Return the shape of the outputs: that of the inputs."""
        return input_shape


# %% deep
tower = Tower(depth=10, units=8)
print("outputs:", tuple(tower(x).shape))
print("weights:", len(tower.weights))
