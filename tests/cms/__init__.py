"""Editing in the browser."""
