"""Identities of coldkeys and subnets, a subnet's symbol and name, and a neuron's EVM key."""
