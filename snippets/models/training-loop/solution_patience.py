"""Solution: count the epochs since the last minimum."""


# %% solve
class Patience:
    """Tell a loop over epochs when to stop.

    Args:
        epochs: How many epochs may pass without a new minimum of the loss.
    """

    def __init__(self, epochs):
        """Begin before the first epoch."""
        self.epochs = epochs
        self.best = float("inf")
        self.waited = 0

    def ends(self, loss):
        """Take the loss of an epoch; return whether the loop should end."""
        improved = loss < self.best
        self.waited = 0 if improved else self.waited + 1
        self.best = min(self.best, loss)
        return self.waited >= self.epochs


# %% check
losses = [0.9, 0.5, 0.6, 0.4, 0.41, 0.40, 0.42, 0.3]
patience = Patience(epochs=3)
last = next((i for i, loss in enumerate(losses, 1) if patience.ends(loss)), 8)
assert last == 7, f"ended after epoch {last}, and not after epoch 7"
assert patience.best == 0.4, patience.best
print("ended after epoch", last, "with the best loss", patience.best)
