"""A chain that goes on from a block of a live network: a state that is read when it is needed.

Nothing here is imported before somebody forks, or opens a file that is a fork. Top to bottom:

    opening.py     a fork's file: begun, or gone on with
    agreement.py   may the bundled runtime run what the remote's runtime made
    describing.py  the remote's name and properties as a chain spec
    prefetch.py    what is brought in bulk
    store.py       the chain file of a fork
    proven.py      the remote's trie, by proofs that are checked
    plain.py       the remote's values as it says them, where it gives no proofs
    source.py      the same about the base of a fork, with the errors of a state
    remote.py      what is asked of the remote, with an answer or a typed error in bounded time
    http.py        JSON-RPC over HTTP as a connection
    wanted.py      what somebody wants to fork
    errors.py      what may be the matter with a remote
"""
