"""The flowchart of an SOP: a grid of symbols, routes between them, and their drawing.

grid -> candidates -> routing -> tracks -> cells -> pentagons, each a step of its own;
imports point one way. Nothing here knows HTML: `cells` gives positions, templates print them.
"""
