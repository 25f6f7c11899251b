"""A small student learns the probabilities of a trained teacher."""

# %% teacher
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(0)
random = np.random.default_rng(0)
x = random.normal(size=(512, 2)).astype("float32")
labels = (x[:, 0] > x[:, 1]).astype("int32")


def classifier(units):
    """Return a model that maps points to two logits."""
    return keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(2),
        ]
    )


teacher = classifier(32)
teacher.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
teacher.fit(x, labels, epochs=5, verbose=0)
kernel = teacher.get_weights()[0].copy()

# %% student
temperature = 2.0
soft = ops.softmax(teacher.predict(x, verbose=0) / temperature)
soft = ops.convert_to_numpy(soft)


def distillation(soft, logits):
    """Compare probabilities; the factor keeps the size of gradients."""
    loss = keras.losses.categorical_crossentropy(
        soft, logits / temperature, from_logits=True
    )
    return loss * temperature**2


student = classifier(4)
student.compile(optimizer=keras.optimizers.Adam(0.01), loss=distillation)
student.fit(x, soft, epochs=10, verbose=0)
answers = [m.predict(x, verbose=0).argmax(-1) for m in (teacher, student)]
print("at least 9 of 10 agree:", np.mean(answers[0] == answers[1]) >= 0.9)
moved = np.abs(teacher.get_weights()[0] - kernel).max()
print("the teacher has moved by", moved)
