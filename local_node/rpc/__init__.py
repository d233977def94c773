"""JSON-RPC 2.0 over a chain, as Substrate clients use it. No sockets in this room.

Top to bottom:

    dispatch       texts in, texts out: batches, ids, errors, the order of reply and notification
    table          all methods by name: which module serves them, loaded with the first call
    author, chain, state, system, payment, dev, explorer
    chain_head, chain_spec_v1, transaction, archive
                   one namespace each: exact wire names, no logic of their own; the second line is
                   the new interface of Polkadot's specification
    storage_query, archive_diff
                   the storage queries of the new interface
    methods        how a namespace declares methods and subscriptions
    peer           one client: its outgoing texts and its subscriptions
    wire           JSON shapes of hashes, headers, blocks, versions
    errors         codes of JSON-RPC and of Substrate's node

A method is a plain function `(rpc, *params)`; its parameter names are the names that clients may
use instead of positions.
"""
