"""Identities of coldkeys and subnets, subnets' symbols and names, and neurons' EVM keys."""
