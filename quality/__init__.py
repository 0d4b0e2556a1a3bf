"""The quality gate: figures on gold annotations, their floors, and the measured reliability of each rule."""
