"""The host of a chain: blocks, pool, authoring and time around a runtime that it calls by entry
points.

Layers, top to bottom:

    chain.py        the facade: one synchronous, thread-safe object for RPC, node and tests
    queries.py      the part of the facade that only reads
    snapshot.py     a chain at one moment
    check.py        the consistency check of what is on disk
    head.py         moves of the head, forwards and back
    finality.py     the final block, and its lag behind the best one
    submission.py   extrinsics into the pool, and their revalidation as the chain grows
    eviction.py     which extrinsic leaves a full pool
    inclusions.py   extrinsics in blocks that are not final yet
    importing.py    blocks made elsewhere
    keyring.py      the keys that seal blocks
    patch.py        changes written over a block's state, and their mark in the header
    impersonation.py  accounts that need no signature
    proposing.py    the next block on a parent
    attempts.py     blocks that could not be made, and when to try again
    authoring.py    a block from a parent, a time and extrinsics: initialise, apply, finalise, seal
    schedule.py     when the next block is due, by the mode in modes.py
    moments.py      the time of the next block, and its bounds
    genesis.py      block 0 from a chain spec
    runtimes.py     the choice of the runtime
    state_upgrade.py  the upgrade of a chain to this release's runtime
    calls.py        entry points called on a block's state; version and metadata are cached
    history.py      blocks and states on disk, with view.py: one block's state
    validation_overlay.py  the state on which the pool validates
    host.py         the runtime's externalities, and calls of its entry points
    shield.py       the author's keys for shielded extrinsics
    listeners.py    delivery of events
    pool.py         future and ready queues, priority, replacement, bans, limits
    inherents.py    the inherent data of a block: time, slot, shield key
    validity.py     the runtime's verdict on an extrinsic
    events.py       the events of a chain
    errors.py       refusals, with Substrate's codes and words
    clock.py        the chain's time
    write_lock.py   the lock for changes
    gc_pause.py     the garbage collector off while a chain is opened
    block.py        header, digest, body
"""

from __future__ import annotations
