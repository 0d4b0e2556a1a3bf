"""What hudna costs: time, start-up and memory, and its rivals in the same run."""
