"""Portal KominfoSP: SOP documents in, a website out.

Everything in this package is plain Python; only `macros.engine` knows the site
engine. Data flows one way: file -> loading -> model -> view -> template -> page.
"""
