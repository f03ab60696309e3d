"""Import from a spreadsheet: nothing written unless all is right, nothing overwritten silently."""
