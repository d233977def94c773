"""What a developer may do to a chain that nobody may do to finney. For local chains alone.

Top to bottom:

    control        Control: all of it for one chain, behind `dev_*` and `LocalChain`
    scaffold/      accounts, subnets, neurons, stakes and weights from a small TOML file
    dumps          a chain as one JSON document, and back
    epochs         blocks until a subnet's epoch has run
    balances       what an account has, as if somebody had given or taken it
    dry_runs       what an extrinsic would change
    impersonation  a signer without a key, and extrinsics made for any account
    settings       storage by typed names
    values         JSON to and from dynamic SCALE values, by their types
    snapshots      numbered moments to go back to

The room may use the chain's facade (`local_node.chain`) and the metadata that the chain serves. It
knows items of pallets by name, since that is what developers ask for, but never the pallets' code:
whatever it does goes through a block, either as an extrinsic or as a patch that the block's header
tells of (`chain/patch.py`). Nothing here reads the wall's clock, opens a file or a port.
"""

from __future__ import annotations
