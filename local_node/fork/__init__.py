"""A fork: a chain that continues from a block of a live network, whose state is read on demand.

This room is imported when a fork is made, or a fork's file opened. Top to bottom:

    open.py        a fork's file: created, or opened again
    agreement.py   whether the bundled runtime can run on the remote's state
    spec.py        the remote's name and properties as a chain spec
    prefetch.py    keys that are read in bulk
    store.py       the chain file of a fork
    verified.py    the remote's trie, by proofs that are checked
    unverified.py  the remote's values without proofs
    source.py      queries about the base of a fork, with the errors of a state
    remote.py      requests to the remote: an answer or a typed error in bounded time
    http.py        JSON-RPC over HTTP as a connection
    options.py     the options of a fork
    errors.py      the failures of a remote
"""
