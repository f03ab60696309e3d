"""Charts made at build time: data -> geometry -> elements; a template prints them as accessible SVG.

model (what may be drawn) -> scale (numbers to places) -> bars, frame (one way of drawing each) -> view (what
a page shows: drawing, table, CSV). No browser code: a chart is a picture with its words and its table beside it.
"""
