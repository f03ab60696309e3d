"""The agenda: events with a source, from a YAML file to pages and calendar files.

A file `warta_data/agenda/<year>/<slug>.yml` is the page `/agenda/<year>/<slug>/` for ever.
"""
