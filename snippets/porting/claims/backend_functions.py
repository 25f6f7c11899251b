"""What is left of `keras.backend`, and where the rest went."""

# %% gone
from operator import attrgetter

import keras

replaced = {
    "mean": "ops.mean",
    "concatenate": "ops.concatenate",
    "batch_dot": "ops.matmul",
    "int_shape": "ops.shape",
    "switch": "ops.cond",
    "stop_gradient": "ops.stop_gradient",
    "random_normal": "random.normal",
    "get_value": "ops.convert_to_numpy",
    "variable": "Variable",
}
for old, new in replaced.items():
    attrgetter(new)(keras)  # it exists
    print(f"K.{old}:", "there" if hasattr(keras.backend, old) else f"now {new}")

# %% without
names = ["learning_phase", "set_learning_phase", "in_train_phase", "function"]
print("gone:", [name for name in names if not hasattr(keras.backend, name)])

names = ["backend", "epsilon", "floatx", "image_data_format", "clear_session"]
print("kept:", [name for name in names if hasattr(keras.backend, name)])
