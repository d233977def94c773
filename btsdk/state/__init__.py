"""The chain's state at one block; every read builds on it.

query     storage, maps, runtime APIs and constants at a pinned block
pinned    a block, and the runtime that decodes its state
runtimes  metadata by chain, endpoint and code, and the metadata hash of signatures
"""
