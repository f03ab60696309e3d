"""Services, complaints and satisfaction surveys: what a citizen or an agency may ask for, and how well it is done.

models -> content (reading and rules) -> derived, figures, satisfaction (worked out) -> pages, sheets -> section.
"""
