"""The `subnets` commands."""
