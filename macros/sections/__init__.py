"""The parts of the site: each makes its pages and files from the content it is given."""
