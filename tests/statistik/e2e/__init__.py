"""Browser tests of macros/statistik."""
