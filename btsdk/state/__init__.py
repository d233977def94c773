"""The chain's state at one block: what everything that asks a chain stands on.

query     storage, maps, runtime APIs and constants at a pinned block
pinned    a block, and the runtime that decodes its state
runtimes  metadata by chain, endpoint and code, and what a signature commits to
"""
