"""Tests of services, complaints and surveys."""
