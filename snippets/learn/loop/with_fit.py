"""One wrong price in 32 spoils what fit() learns."""

# %% train
import keras
import numpy as np

kilos = np.tile([[1.0], [2.0], [3.0], [4.0]], (8, 1)).astype("float32")
prices = 3.0 * kilos
prices[21] = 600.0  # 6.0 would be right

dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(optimizer=keras.optimizers.SGD(0.02), loss="mse")
model.fit(kilos, prices, batch_size=4, epochs=3, verbose=0, shuffle=False)
price = keras.ops.convert_to_numpy(dense.kernel).item()
print(f"price of a kilo: {price:.2f}")
