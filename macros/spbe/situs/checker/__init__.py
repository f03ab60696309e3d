"""What a machine can see of a website: from saved answers, or online by choice: `python -m macros situs`."""
