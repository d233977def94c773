"""Staking: alpha bought, held, moved and sold; takes, children, locks, root dividends.

A topic is a package with its calls, one or a few of a kind in a module, and what only they share.
Layers, top to bottom:

    calls                               all calls, for the registration
    add, remove, move                   stake bought, sold and moved
    burn                                alpha given up
    exchange                            checks, settlement and fees, for all calls above
    root_claims                         root dividends
    children, locks, take               child hotkeys, locked stake, a delegate's take
    stake_weight, then stake            what a hotkey weighs in consensus; what a coldkey has on it
    pool                                reserves, prices, shares
    account                             hotkeys and their owners
"""
