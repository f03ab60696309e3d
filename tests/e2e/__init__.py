"""Tests that use the built site as a visitor would."""
