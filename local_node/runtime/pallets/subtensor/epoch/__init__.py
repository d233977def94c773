"""Yuma consensus: how a subnet's neurons are scored and its emission divided.

Layers, top to bottom:

- ``mechanisms``: the epoch of a subnet, over its mechanisms, from and to storage;
- ``inputs``: what an epoch reads, masked;
- ``fast_yuma``: the consensus on NumPy arrays; ``vectors``: their arithmetic; both imported late;
- ``yuma``: the definition that it must equal, pure; ``math``: vectors and sparse matrices.
"""
