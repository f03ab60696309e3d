"""Warta: news articles and briefs, from a Markdown file to pages, lists, archive and feeds (SOP 03).

A file `warta_data/artikel/<year>/<slug>.md` is the page `/warta/<year>/<slug>/` for ever.
"""
