"""The news in a browser."""
