"""Tests of addresses: what is promised, what has moved."""
