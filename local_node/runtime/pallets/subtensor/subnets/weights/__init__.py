"""The calls that set, commit and reveal weights, and the rules that they share."""
