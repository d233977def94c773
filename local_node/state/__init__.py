"""State: raw keys and values, their Merkle trie, and the file that keeps them.

Layers, top to bottom:

    overlay.py        nested transactions over an immutable state
    children.py       default child tries
    store.py          the store of one chain: a block is one transaction; states by their roots
    state.py          one state of the store
    lazy.py           a trie whose nodes are fetched on demand
    node_store.py     trie nodes on disk, with reference counts for pruning
    flat.py           the head's state as a table
    blocks.py         the tree of blocks, and the head's chain in it
    file.py           the SQLite file: lock, durability, errors
    formats.py        the tables of the file, and the migrations between formats
    trie.py           read, iterate, prove and compare tries by their roots
    trie_building.py  new tries from old ones
    cache.py          a bounded cache
    trie_node.py      one trie node and its encoding, layouts V0 and V1
"""
