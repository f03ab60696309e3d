"""What content goes through before it is public."""
