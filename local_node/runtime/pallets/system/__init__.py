"""Pallet `System` (index 0): accounts, the block's bookkeeping, and calls of the lowest level.

- `remark`, `set_heap_pages`, `set_code`, `set_storage`, `kill_storage`, `authorize_upgrade`: calls;
- `block`: how a block begins, how an extrinsic is noted, how a block ends;
- `limits`: the weight and length that a block may hold;
- `accounts`: the references that keep an account in being.
"""

from __future__ import annotations

from chain_spec.apis.account_nonce import api as account_nonce_api
from chain_spec.pallets import system
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.system.authorize_upgrade import (
    apply_authorized_upgrade,
    authorize_upgrade,
    authorize_upgrade_without_checks,
)
from local_node.runtime.pallets.system.genesis import genesis
from local_node.runtime.pallets.system.kill_storage import kill_prefix, kill_storage
from local_node.runtime.pallets.system.nonce import account_nonce
from local_node.runtime.pallets.system.remark import remark, remark_with_event
from local_node.runtime.pallets.system.set_code import set_code, set_code_without_checks
from local_node.runtime.pallets.system.set_heap_pages import set_heap_pages
from local_node.runtime.pallets.system.set_storage import set_storage

PALLET = RuntimePallet(
    system.pallet,
    calls=(
        remark,
        set_heap_pages,
        set_code,
        set_code_without_checks,
        set_storage,
        kill_storage,
        kill_prefix,
        remark_with_event,
        authorize_upgrade,
        authorize_upgrade_without_checks,
        apply_authorized_upgrade,
    ),
    hooks=Hooks(),
    genesis=genesis,
    apis={account_nonce_api: (account_nonce,)},
)
