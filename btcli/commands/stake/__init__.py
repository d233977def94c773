"""The `stake` commands."""
