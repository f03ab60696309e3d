"""BPMN 2.0: what the readers say of every file, what it means, and where it stands."""
