"""Addresses that never change: which are promised, which were ever published, and where the old ones lead.

`alamat_data/terbit/*.txt` lists every promised address that was published, `alamat_data/alih.yml` says where an
address leads that is no longer that of a page or file. Addresses are relative to the site's root, as everywhere;
in these files, which people read, they begin with a slash.
"""
