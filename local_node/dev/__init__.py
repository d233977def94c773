"""Development controls of a local chain: changes that no user can make on finney.

Top to bottom:

    control        Control: all controls of one chain, behind `dev_*` and `LocalChain`
    scaffold/      accounts, subnets, neurons, stakes and weights from a small TOML file
    dumps          a chain as one JSON document, and its import
    exports        a chain as a file
    epochs         blocks until a subnet's epoch has run
    balances       storage changes that set balances
    dry_runs       the effects of an extrinsic
    impersonation  a signer without a key, and extrinsics of any account
    settings       storage by typed names
    values         JSON to and from dynamic SCALE values, by their types
    snapshots      numbered moments to go back to

The room uses the chain's facade (`local_node.chain`) and the metadata that the chain serves. It
names items of pallets, as developers do, but uses no code of a pallet: each change goes through a
block, either as an extrinsic or as a patch recorded in the block's header (`chain/patch.py`).
Nothing here reads the wall clock, opens a file or a port.
"""

from __future__ import annotations
