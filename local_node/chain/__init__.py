"""The host: blocks, pool, authoring and time around a runtime of which it knows only entry points.

Layers, top to bottom:

    chain.py       the facade: one synchronous, thread-safe object for RPC, node and tests
    reading.py     what can be asked of it without changing it
    snapshot.py    a chain as it stood at one moment
    check.py       does what is on disk hold together?
    head.py        moves the head, to a new block or back, and tells
    finality.py    which block is final, and how far that is behind the best one
    intake.py      what comes into the pool, and what stays there as the chain grows
    inclusions.py  extrinsics in blocks that are not final, and what becomes of them
    importing.py   blocks that somebody else made
    keyring.py     the keys with which blocks are sealed
    patch.py       what was written over a block's state, and how its header tells
    impersonation.py  accounts for which no signature is needed
    authoring.py   a block from a parent, a moment and extrinsics: initialise, apply, finalise, seal
    schedule.py    when the next block is due, by the mode in modes.py
    genesis.py     block 0 from a chain spec
    runtimes.py    which runtime a chain has
    calls.py       entry points called on a block's state; version and metadata remembered
    history.py     blocks and states as the store has them, with view.py: one block's state
    host.py        the runtime's externalities, and calls of its entry points
    listeners.py   who hears what happens
    pool.py        future and ready, priority, replacement, bans, limits
    inherents.py   what the host tells the runtime in each block: time and slot
    validity.py    what the runtime says of an extrinsic
    events.py      what there is to hear
    errors.py      what is refused, with Substrate's codes and words
    clock.py       the chain's time
    block.py       header, digest, body
"""

from __future__ import annotations
