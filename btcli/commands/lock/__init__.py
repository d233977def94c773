"""The `lock` commands."""
