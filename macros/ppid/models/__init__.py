"""The files of ppid_data/, one model each."""
