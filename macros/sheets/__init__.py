"""Spreadsheets and YAML files both ways, for every part that takes content in by spreadsheet.

cells (what a cell holds) -> grids (a sheet as rows of cells) -> grid_xlsx (a workbook as sheets); workbook (cells
written as texts); yaml_text (values as YAML) -> yaml_edit (a file with some values changed, the rest untouched);
replacing (all files or none).
"""
