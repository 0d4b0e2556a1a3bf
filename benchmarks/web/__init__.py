"""Measures of ``hudna serve`` on a record of many reports that nobody wrote."""
