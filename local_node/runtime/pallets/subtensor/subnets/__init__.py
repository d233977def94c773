"""Subnets and their neurons: registration, weights, serving, identity, creation and dissolution.

Each topic is a package with its calls, one or a few related ones per module, and their shared code.
Layers, top to bottom:

  calls                               all calls, for the registration
  lifecycle                           creation, lease, start, tempo, dissolution
  registration, weights               registration of neurons, weights of validators
  serving, identity                   endpoints; identities, symbols, EVM keys
  neurons                             uids, pruning, trimming
  mechanism, then subnet              the mechanisms of one subnet; the existing subnets
"""
