"""The `stake child` commands."""
