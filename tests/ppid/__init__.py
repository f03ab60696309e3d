"""Tests of the PPID: the public-information list and all that the law puts around it."""
