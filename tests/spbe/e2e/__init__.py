"""Its pages in a browser."""
