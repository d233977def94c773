"""The `crowd` commands."""
