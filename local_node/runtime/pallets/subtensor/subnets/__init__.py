"""Subnets and their neurons: registration, weights, serving, identity, creation and dissolution.

A topic is a package with its calls, one or a few of a kind in a module, and what only they share.
Layers, top to bottom:

    calls                               all calls, for the registration
    lifecycle                           creation, lease, start, tempo, dissolution
    registration, weights               neurons register; validators set weights
    serving, identity                   endpoints; identities, symbols, EVM keys
    neurons                             uids, pruning, trimming
    mechanism, then subnet              the mechanisms of one subnet; which subnets exist
"""
