"""The public-information list in and out of the portal: open data, changes, feeds, and spreadsheets both ways.

selection (what may leave) -> columns (an entry as a row) -> dip_csv, dip_xlsx; selection -> dip_json, dcat, changes,
feeds; files gathers them as assets. The way in: grids (a file as rows) -> sheets (rows by column) -> importing
(rows as entries, told what is new or changed) -> writing (entries as YAML files). commands is the command line.
"""
