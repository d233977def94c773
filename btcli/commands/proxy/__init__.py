"""The `proxy` commands."""
