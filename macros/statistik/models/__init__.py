"""What the files in `statistik_data/` hold."""
