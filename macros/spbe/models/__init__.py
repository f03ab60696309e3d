"""What stands in `spbe_data/`."""
