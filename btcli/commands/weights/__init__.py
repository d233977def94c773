"""The `weights` commands."""
