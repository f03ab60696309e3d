"""What lets others trust the site: its policy, the list of its files, and what must not slip into its content."""
