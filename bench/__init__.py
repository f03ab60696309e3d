"""Measurements: what the site costs, and how clean its flowcharts are drawn."""
