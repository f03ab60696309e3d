"""The search over everything: what it finds, the words that mean the same, its page."""
