"""The agenda in a browser."""
