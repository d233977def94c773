"""The `subnets mechanisms` commands."""
