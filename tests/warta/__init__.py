"""Tests of the news."""
