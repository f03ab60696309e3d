"""Tests of macros/charts."""
