"""Tests of electronic government: policies, regulations in time, maturity index, monitoring of websites."""
