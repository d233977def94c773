"""The dispatchables of this package, for the pallet's registration."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.subtensor.staking.account.set_coldkey_auto_stake_hotkey import (
    set_coldkey_auto_stake_hotkey,
)
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.add.add_stake_burn import add_stake_burn
from local_node.runtime.pallets.subtensor.staking.add.add_stake_limit import add_stake_limit
from local_node.runtime.pallets.subtensor.staking.burn.burn_alpha import burn_alpha
from local_node.runtime.pallets.subtensor.staking.burn.recycle_alpha import recycle_alpha
from local_node.runtime.pallets.subtensor.staking.children.childkey_settings import (
    set_auto_parent_delegation_enabled,
    set_childkey_take,
    set_pending_childkey_cooldown,
    sudo_set_max_childkey_take,
    sudo_set_min_childkey_take,
    sudo_set_tx_childkey_take_rate_limit,
)
from local_node.runtime.pallets.subtensor.staking.children.set_children import set_children
from local_node.runtime.pallets.subtensor.staking.locks.lock_settings import (
    set_perpetual_lock,
    set_reject_locked_alpha,
)
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_stake
from local_node.runtime.pallets.subtensor.staking.locks.move_lock import move_lock
from local_node.runtime.pallets.subtensor.staking.move.move_stake import move_stake
from local_node.runtime.pallets.subtensor.staking.move.swap_stake import swap_stake
from local_node.runtime.pallets.subtensor.staking.move.swap_stake_limit import swap_stake_limit
from local_node.runtime.pallets.subtensor.staking.move.transfer_stake import transfer_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake_full_limit import (
    remove_stake_full_limit,
)
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake_limit import (
    remove_stake_limit,
)
from local_node.runtime.pallets.subtensor.staking.remove.unstake_all import unstake_all
from local_node.runtime.pallets.subtensor.staking.remove.unstake_all_alpha import unstake_all_alpha
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_root import claim_root
from local_node.runtime.pallets.subtensor.staking.root_claims.root_claim_settings import (
    set_root_claim_type,
    sudo_set_num_root_claims,
    sudo_set_root_claim_threshold,
)
from local_node.runtime.pallets.subtensor.staking.take.decrease_take import decrease_take
from local_node.runtime.pallets.subtensor.staking.take.increase_take import increase_take

CALLS: tuple[CallFunction, ...] = (
    add_stake,
    remove_stake,
    add_stake_limit,
    remove_stake_limit,
    remove_stake_full_limit,
    unstake_all,
    unstake_all_alpha,
    move_stake,
    transfer_stake,
    swap_stake,
    swap_stake_limit,
    add_stake_burn,
    recycle_alpha,
    burn_alpha,
    increase_take,
    decrease_take,
    set_coldkey_auto_stake_hotkey,
    claim_root,
    set_root_claim_type,
    sudo_set_num_root_claims,
    sudo_set_root_claim_threshold,
    lock_stake,
    move_lock,
    set_perpetual_lock,
    set_reject_locked_alpha,
    set_children,
    set_childkey_take,
    set_pending_childkey_cooldown,
    set_auto_parent_delegation_enabled,
    sudo_set_tx_childkey_take_rate_limit,
    sudo_set_min_childkey_take,
    sudo_set_max_childkey_take,
)
