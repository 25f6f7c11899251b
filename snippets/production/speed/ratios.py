"""Draw what each tool does to the time of a call, as it was last measured."""
# backends: tensorflow

# %% measured
import matplotlib.pyplot as plt

measured = {
    "machine": "AMD EPYC",
    "cores": 2,
    "date": "2026-11-23",
    "versions": "keras 3.15.1, tensorflow 2.21.0, jax 0.10.2, torch 2.13.0+cpu",
    "ratios": {
        "TensorFlow: tf.function": 0.14,
        "TensorFlow: jit_compile": 0.12,
        "TensorFlow: mixed_bfloat16": 0.91,
        "TensorFlow: mixed_float16": 1.26,
        "TensorFlow: own Linear": 1.00,
        "TensorFlow: own RMSNorm": 1.00,
        "JAX: jax.jit": 0.06,
        "JAX: mixed_bfloat16": 1.19,
        "JAX: mixed_float16": 1.09,
        "JAX: own Linear": 1.00,
        "JAX: own RMSNorm": 0.98,
        "PyTorch: mixed_bfloat16": 0.45,
        "PyTorch: mixed_float16": 1.01,
        "PyTorch: own Linear": 0.98,
        "PyTorch: own RMSNorm": 1.10,
    },
}

# %% chart
print("{machine} with {cores} cores, {date}".format(**measured))
print(measured["versions"])
ratios = list(measured["ratios"].items())[::-1]
values = [ratio for _, ratio in ratios]
figure, axes = plt.subplots(figsize=(7, 5), layout="constrained")
axes.barh([f"{name}  {ratio:.2f}" for name, ratio in ratios], values)
axes.axvline(1.0, linestyle="--", color="gray")
axes.set_xscale("log")
axes.set_xlim(min(values) / 2, max(values) * 2)
axes.set_xlabel("time of a call, over the time without the tool")
plt.show()
