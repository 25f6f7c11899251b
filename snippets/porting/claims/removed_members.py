"""Which members of a layer of Keras 2 one of Keras 3 still has."""

# %% use
import keras

layer = keras.layers.Dense(1)
layer(keras.Input((2,)))

members = {
    "weights": ["add_weight", "add_variable"],
    "updates": ["add_update", "updates", "stateful"],
    "shapes": ["input_shape", "output_shape", "compute_output_signature"],
    "tensors": ["input", "output", "get_input_at", "get_output_at"],
    "losses": ["losses", "add_loss", "metrics"],
    "TensorFlow": ["dynamic", "submodules", "with_name_scope"],
}
for kind, names in members.items():
    print(f"{kind}:")
    for name in names:
        print("  ", name, "kept" if hasattr(layer, name) else "gone")
