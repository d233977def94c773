"""Subnets, and registration on them."""
