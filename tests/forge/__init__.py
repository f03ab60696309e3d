"""What the places where proposals are reviewed show of the portal's rules."""
