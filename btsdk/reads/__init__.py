"""Reads of a chain, as programs over effects: one module a subject.

Layers, top to bottom:

    subnets, neurons, stakes, prices, registration, weights, balances, chain_info
               results as dataclasses
    blocks     watching heads

Every read is pinned to a block: two reads of one view see the same state. Addresses are ss58 text
in results and arguments; amounts are `Tao` and `Alpha`.
"""
