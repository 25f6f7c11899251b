"""Programs in, records out. All files of this room are part of each record's key."""
