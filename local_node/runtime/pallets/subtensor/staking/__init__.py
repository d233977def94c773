"""Staking: alpha bought, held, moved and sold; takes, children, locks, root dividends.

Each topic is a package with its calls, one or a few related ones per module, and their shared code.
Layers, top to bottom:

  calls                               all calls, for the registration
  add, remove, move                   stake bought, sold and moved
  burn                                alpha burned or recycled
  exchange                            checks, settlement and fees, for all calls above
  root_claims                         root dividends
  children, locks, take               child hotkeys, locked stake, a delegate's take
  stake_weight, then stake            a hotkey's weight in consensus; a coldkey's stake on it
  pool                                reserves, prices, shares
  account                             hotkeys and their owners
"""
