"""The directory of agencies: how each is reached, who looks after its website, and all that the portal knows of it."""
