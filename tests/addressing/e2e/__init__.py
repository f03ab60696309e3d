"""Addresses in a browser."""
