"""Solution: a teacher that is the moving average of its student."""

# %% solve
import keras
import numpy as np


def follow(teacher, student, momentum):
    """Move all weights of the teacher towards those of the student."""
    for weight, new in zip(teacher.weights, student.weights, strict=True):
        weight.assign(momentum * weight + (1.0 - momentum) * new)


# %% check
student = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
teacher = keras.models.clone_model(student)
teacher.trainable = False
student.set_weights([np.ones((2, 1)), np.ones(1)])
teacher.set_weights([np.zeros((2, 1)), np.zeros(1)])

follow(teacher, student, momentum=0.9)
found = round(float(teacher.weights[0].numpy()[0, 0]), 3)
assert found == 0.1, f"after one update the kernel is {found}, not 0.1"
follow(teacher, student, momentum=0.9)
found = round(float(teacher.weights[0].numpy()[0, 0]), 3)
assert found == 0.19, f"after two updates the kernel is {found}, not 0.19"
print("kernel of the teacher:", found)
