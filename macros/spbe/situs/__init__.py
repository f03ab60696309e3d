"""Monitoring and evaluation of the agencies' websites (SOP 07): form, periods, scores, ranking, what a machine sees."""
