"""Scaffolds: accounts, subnets, neurons, stakes and weights from a small TOML file.

building    builds a scaffold by real extrinsics in a few blocks
extrinsics  signs extrinsics, puts them into blocks, and reports a failed one
parsing     TOML (or the same structure as JSON) to a Scaffold
plan        Scaffold and its parts
"""

from __future__ import annotations

from local_node.dev.scaffold.building import Built, build
from local_node.dev.scaffold.parsing import parse_scaffold, read_scaffold
from local_node.dev.scaffold.plan import Account, Neuron, Scaffold, Subnet

__all__ = [
    "Account",
    "Built",
    "Neuron",
    "Scaffold",
    "Subnet",
    "build",
    "parse_scaffold",
    "read_scaffold",
]
