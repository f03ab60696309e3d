"""Electronic government: policies, regulations in time, the maturity index, monitoring of agencies' websites."""
