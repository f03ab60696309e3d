"""An SOP out as a workbook in the office's own layout, and in again.

shape (which field travels where, worked out from the model) -> names (ids as offices call them) -> book_sheets,
workbook (out). In: tables (a sheet as rows by heading), identity, procedure, others (one sheet each) -> reading (a
workbook as values, each with its cell) -> planning (the SOP it makes, what changes, every mistake by cell) -> writing.
commands is the command line.
"""
