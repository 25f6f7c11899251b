"""What the Model class adds to the Layer class."""

# %% compare
import keras

print("a model is a layer:", issubclass(keras.Model, keras.layers.Layer))

jobs = {
    "train": ["fit", "evaluate", "predict", "train_on_batch"],
    "look": ["layers", "get_layer", "summary"],
    "keep": ["save", "save_weights", "load_weights", "export"],
    "have": ["call", "build", "weights", "losses", "metrics", "get_config"],
}
for job, names in jobs.items():
    new = [name for name in names if not hasattr(keras.layers.Layer, name)]
    print(f"new to {job}:", ", ".join(new) or "nothing")
