"""The calls that set, commit and reveal weights, and their common rules."""
