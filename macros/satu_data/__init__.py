"""Satu Data: the catalogue of datasets, their renewal and fulfilment, the Data Award and the statistics book.

models (what stands in `statistik_data/` beside the figures) -> content and rules -> what is worked out from it
(renewal, fulfilment, award) -> pages, files and paper. Nothing here names a region or an SOP: data does.
"""
