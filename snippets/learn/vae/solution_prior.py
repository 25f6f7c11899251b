"""Solution: a standard cloud that is learned."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class LearnedPrior(keras.layers.Layer):
    """Return the KL divergence of each cloud from a cloud that is learned."""

    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)
        self.features = features
        shape = (features,)
        self.mean = self.add_weight(shape, initializer="zeros", name="mean")
        self.log_var = self.add_weight(
            shape, initializer="zeros", name="log_var"
        )

    def call(self, clouds):
        """Map clouds `(batch, 2 * features)` to penalties `(batch,)`."""
        own_mean = ops.cast(self.mean, "float32")
        own_log_var = ops.cast(self.log_var, "float32")
        mean, log_var = ops.split(ops.cast(clouds, "float32"), 2, axis=-1)
        ratio = ops.clip(log_var, -10.0, 10.0) - own_log_var
        moved = ops.square(mean - own_mean) * ops.exp(-own_log_var)
        terms = ops.exp(ratio) + moved - 1.0 - ratio
        return ops.cast(ops.sum(0.5 * terms, axis=-1), clouds.dtype)

    def get_config(self):
        """Return the arguments that make this layer again."""
        return {**super().get_config(), "features": self.features}


# %% check
log_4 = np.log(4.0)
clouds = np.array([[3.0, 0.0, 0.0, 0.0], [1.0, 2.0, log_4, 0.0]])
prior = LearnedPrior(2)
weights = {"mean": prior.mean, "log_var": prior.log_var}
before = {"mean": np.array([1.0, 0.0]), "log_var": np.array([0.0, log_4])}
for name, weight in weights.items():
    weight.assign(before[name])
penalties = ops.convert_to_numpy(prior(clouds)).round(3)
message = f"penalties: {penalties}, not 2.318 and 1.625"
assert np.allclose(penalties, [2.318, 1.625], atol=0.002), message

model = keras.Sequential([keras.Input((4,)), prior])
model.compile(keras.optimizers.SGD(1.0), loss=lambda _, penalty: penalty)
model.fit(clouds, np.zeros(2), verbose=0)
wanted = {"mean": [-1.0, -0.25], "log_var": [-1.75, 0.125]}
for name, weight in weights.items():
    gradient = (before[name] - ops.convert_to_numpy(weight)).round(3)
    message = f"gradient of {name}: {gradient}, not {wanted[name]}"
    assert np.allclose(gradient, wanted[name], atol=0.002), message
    print(f"gradient of {name}:", gradient)
