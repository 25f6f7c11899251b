"""The programs that train do learn, by what they printed."""

import re

import pytest


def numbers(pattern, text):
    """Return all numbers that follow a pattern."""
    return [float(number) for number in re.findall(rf"{pattern} +(-?[\d.]+)", text)]


def test_the_whole_loop_reads_digits_it_was_not_trained_on(printed, backend):
    text = printed(f"models/training-loop/digits_{backend}.py", "loop")
    losses = numbers("valid: loss", text)
    assert losses[-1] < losses[0] / 2
    assert numbers("valid: .*accuracy", text)[-1] > 0.9


def test_the_plain_loop_reads_digits_too(printed, backend):
    program = f"models/training-loop/loop_{backend}.py"
    losses = numbers("loss", printed(program, "loop"))
    assert losses[-1] < losses[0] / 2
    assert numbers("accuracy:", printed(program, "validate"))[-1] > 0.9


def test_a_compiled_step_computes_what_a_plain_one_does(printed, backend):
    if backend == "torch":
        pytest.skip("nothing is compiled on PyTorch")
    program = f"models/training-loop/compiled_{backend}.py"
    plain, compiled = (
        printed(program, cell).splitlines() for cell in ("plain", "compiled")
    )
    assert plain[-1] == compiled[-1]
    assert numbers("loss:", compiled[-1])
    assert plain.count("Python runs the step") == 4  # once for each batch
    assert compiled.count("Python runs the step") == 1


def test_the_optimizers_of_keras_and_pytorch_agree(printed, backend):
    if backend != "torch":
        pytest.skip("PyTorch's own optimizers run on PyTorch alone")
    program = "models/training-loop/optimizers_torch.py"
    keras, torch = printed(program, "plain").splitlines()
    assert keras.partition("(")[2] == torch.partition("(")[2]
    assert len(set(printed(program, "constraint").splitlines())) == 2


@pytest.mark.parametrize("name", ["fit", "loop"])
def test_the_autoencoder_learns_to_reconstruct(printed, backend, name):
    program = "vae_fit.py" if name == "fit" else f"vae_loop_{backend}.py"
    text = printed(f"models/vae/{program}", name)
    losses = numbers("reconstruction", text)
    assert losses[-1] < losses[0] / 2
    assert numbers("KL", text)[-1] > 1  # the latent plane is in use


def test_the_autoencoder_does_better_than_the_mean_image(printed, backend):
    text = printed(f"models/vae/vae_loop_{backend}.py", "test")
    decoded, mean_image = numbers("squared error, .*:", text)
    assert decoded < 0.7 * mean_image


def test_the_autoencoders_that_are_mistakes_fail_as_the_page_says(printed):
    collapsed = printed("models/vae/wrong_scale.py", "train")
    assert numbers("KL:", collapsed) == [0]
    std = numbers("std", printed("models/vae/vae_fit.py", "latent"))
    assert std[1] < std[0] / 2
    std = numbers("std", printed("models/vae/forgotten_training.py", "train"))
    assert std[1] > 0.9
