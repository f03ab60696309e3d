"""Editing in the browser: Decap CMS with forms that are made from the models which check the files.

Nothing of it is on the site unless it is switched on, by `penyunting` in portal.yml or by `make penyunting`.
"""
