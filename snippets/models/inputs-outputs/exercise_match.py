"""Exercise: a model of two inputs that trains, saves and loads."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Match(keras.Model):
    """Score how well a question and an answer fit."""

    def __init__(self, **kwargs):
        """Create a layer for the question."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.question = keras.layers.Dense(4, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, m)` to floats `(batch, 1)`."""
        question = answer = self.question(inputs["question"])
        return ops.sum(question * answer, axis=-1, keepdims=True)


# %% check raises=AssertionError
rng = np.random.default_rng(0)
keras.utils.set_random_seed(0)
data = {"answer": rng.normal(size=(8, 2)), "question": rng.normal(size=(8, 3))}
model = Match()
model.compile(optimizer="sgd", loss={"score": "mse"})
outputs = model.predict(data, verbose=0)
assert isinstance(outputs, dict), "return a dictionary, not one tensor"
assert sorted(outputs) == ["answer", "score"], f"it returns {sorted(outputs)}"
shapes = {name: outputs[name].shape for name in sorted(outputs)}
assert shapes == {"answer": (8, 4), "score": (8, 1)}, f"shapes: {shapes}"
other = model.predict({**data, "answer": -data["answer"]}, verbose=0)
close = np.allclose(outputs["score"], -other["score"], atol=1e-4)
assert close, "the score does not depend on the answer"
model.fit(data, {"score": np.ones((8, 1))}, verbose=0)
model.save("match.keras")
loaded = keras.saving.load_model("match.keras")
close = np.allclose(
    loaded.predict(data, verbose=0)["score"],
    model.predict(data, verbose=0)["score"],
    atol=1e-4,
)
assert close, "the loaded model scores otherwise"
print(shapes, len(loaded.weights), "weights")
