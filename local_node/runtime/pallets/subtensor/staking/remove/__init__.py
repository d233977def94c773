"""The calls that sell stake: on one subnet, with a price limit, or on all subnets."""
