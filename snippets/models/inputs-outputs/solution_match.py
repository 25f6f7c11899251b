"""Solution: a model of two inputs that trains, saves and loads."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Match(keras.Model):
    """Score how well a question and an answer fit."""

    def __init__(self, **kwargs):
        """Create one layer for each input."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.question = keras.layers.Dense(4, **shared)
        self.answer = keras.layers.Dense(4, **shared)

    def call(self, inputs, training=None):
        """Map `(batch, m)`, `(batch, n)` to `(batch, 1)`, `(batch, 4)`."""
        question = self.question(inputs["question"])
        answer = self.answer(inputs["answer"])
        score = ops.sum(question * answer, axis=-1, keepdims=True)
        return {"score": score, "answer": answer}


# %% check
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
