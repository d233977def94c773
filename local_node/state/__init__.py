"""State: raw keys and values, their Merkle trie, and the file that keeps them.

Layers, top to bottom:

    overlay.py    nested transactions over an immutable state
    store.py      one chain: a block is one transaction; states by their roots
    state.py      one of its states
    nodes.py      trie nodes on disk, and which of them no kept state uses any more
    flat.py       the head's state as a table
    blocks.py     the tree of blocks, and the head's chain in it
    file.py       the SQLite file: format, lock, durability, errors
    trie.py       read, iterate, prove and compare tries by their roots
    building.py   new tries from old ones
    cache.py      what was used lately
    node.py       one trie node and its encoding, layouts V0 and V1
"""
