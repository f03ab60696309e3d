"""SOPs on paper: which rows go on which page, and what each page holds.

sizes -> pagination -> pages -> templates. Nothing here prints: scripts/sop_press.py measures
in a browser, asks this package, and prints what it answers.
"""
