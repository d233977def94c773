"""Metagraphs: a subnet with all its neurons at one block.

fetch     the programs: metagraph, find_metagraph, weights, bonds
graph     Metagraph: attributes, NumPy columns, rows
fetched   Fetched: the decoded fields
fields    the fields of the chain's API, and how each becomes an attribute
arrays    the types of arrays
columns   from the chain's lists to NumPy arrays and tuples
rows      MetagraphNeuron: one neuron
matrix    Matrix: weights or bonds
diff      what changed between two metagraphs
files     saving and loading
"""

from __future__ import annotations

from btsdk.reads.metagraph.graph import Metagraph
from btsdk.reads.metagraph.matrix import Matrix
from btsdk.reads.metagraph.rows import MetagraphNeuron

__all__ = ["Matrix", "Metagraph", "MetagraphNeuron"]
