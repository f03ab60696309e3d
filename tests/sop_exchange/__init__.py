"""SOPs by spreadsheet."""
