"""Who says what: words of saying, their subjects, and the clauses that they report."""
