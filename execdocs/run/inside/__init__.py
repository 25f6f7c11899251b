"""What runs in the program's own process."""
