"""The tests of what lets others trust the site."""
