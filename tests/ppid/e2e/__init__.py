"""Tests that ask for information as a citizen would, in the browser."""
