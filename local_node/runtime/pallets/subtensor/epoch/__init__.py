"""Yuma consensus: the scores of a subnet's neurons and the division of its emission.

Layers, top to bottom:

- ``mechanisms``: the epoch of a subnet over its mechanisms, with storage;
- ``inputs``: the masked input of an epoch;
- ``fast_yuma``: the consensus on NumPy arrays; ``vectors``: their arithmetic; both imported late;
- ``yuma``: the reference implementation, pure; ``math``: vectors and sparse matrices.
"""
