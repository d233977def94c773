"""The calls that sell stake: on one subnet, within a price limit, or everywhere."""
