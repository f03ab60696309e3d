"""Browser tests of macros/satu_data."""
