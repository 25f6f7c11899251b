"""What all rooms speak of: problems, the project, backends, programs."""
