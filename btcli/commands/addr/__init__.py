"""The `addr` commands."""
