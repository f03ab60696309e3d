"""Tests of macros/statistik."""
