"""What a run left: outputs, and all that they depend on."""
