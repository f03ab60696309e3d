"""Tests of datasets, fulfilment, the award and the book."""
