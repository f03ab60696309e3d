"""Editing in a real browser, with a real server and a real Git."""
