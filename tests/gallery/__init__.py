"""The page of components: what stands on it, and how each part looks and works."""
