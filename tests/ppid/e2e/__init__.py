"""PPID pages used as a visitor would."""
