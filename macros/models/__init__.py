"""What an SOP, an office, an actor and a regulation are."""
