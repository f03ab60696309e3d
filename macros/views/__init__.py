"""What each template may see: finished values, nothing left to look up or decide."""
