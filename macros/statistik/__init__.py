"""The regency in figures: indicators, districts and profile, each figure with its source and its year.

models (what stands in `statistik_data/`) -> rules -> content (all of it, read once) -> views and pages.
Nothing here names a region: whoever puts another folder of data in has that region's pages.
"""
