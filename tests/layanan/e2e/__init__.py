"""The built pages of services, complaints and surveys in a browser."""
