"""PPID: the public-information list and all that the law puts around it.

models -> content (reads ppid_data/) -> views -> section. Sources: UU 14/2008, Perki 1/2010, Perki 1/2021.
"""
