"""The derivation step by step: each takes what changed in the one before and says what changed in its own."""
