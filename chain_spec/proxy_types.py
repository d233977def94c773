"""The calls that a proxy of each type may make.

A filter either allows some calls and no others, or denies some and no others. Entries are declared
calls, or whole pallets, or a call under a condition. The runtime applies them, and its API lists
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from chain_spec.declare import Call, Pallet
from chain_spec.pallets import admin_utils, balances, subtensor, sudo, system


class Below(NamedTuple):
    """A call while one of its arguments is less than a limit."""

    call: Call
    argument: str
    limit: int


class Only(NamedTuple):
    """A call while the call that it carries is this one."""

    call: Call
    argument: str
    carried: Call


Entry = Call | Pallet | Below | Only


class Allow(NamedTuple):
    """These calls and no others, less some exceptions."""

    calls: tuple[Entry, ...]
    but: tuple[Entry, ...] = ()


class Deny(NamedTuple):
    """All calls but these."""

    calls: tuple[Entry, ...]


# Any call, and none.
ALL = Deny(())
NOTHING = Allow(())

FILTERS: Mapping[str, Allow | Deny] = {
    "Any": ALL,
    "NonTransfer": Deny(
        (
            balances.pallet,
            subtensor.calls.transfer_stake,
            subtensor.calls.schedule_swap_coldkey,
            subtensor.calls.swap_coldkey,
            subtensor.calls.announce_coldkey_swap,
            subtensor.calls.swap_coldkey_announced,
            subtensor.calls.clear_coldkey_swap_announcement,
            subtensor.calls.dispute_coldkey_swap,
        )
    ),
    "NonFungible": Deny(
        (
            balances.pallet,
            subtensor.calls.add_stake,
            subtensor.calls.add_stake_limit,
            subtensor.calls.remove_stake,
            subtensor.calls.remove_stake_limit,
            subtensor.calls.remove_stake_full_limit,
            subtensor.calls.unstake_all,
            subtensor.calls.unstake_all_alpha,
            subtensor.calls.swap_stake,
            subtensor.calls.swap_stake_limit,
            subtensor.calls.move_stake,
            subtensor.calls.transfer_stake,
            subtensor.calls.burned_register,
            subtensor.calls.root_register,
            subtensor.calls.schedule_swap_coldkey,
            subtensor.calls.swap_coldkey,
            subtensor.calls.announce_coldkey_swap,
            subtensor.calls.swap_coldkey_announced,
            subtensor.calls.clear_coldkey_swap_announcement,
            subtensor.calls.dispute_coldkey_swap,
            subtensor.calls.swap_hotkey,
            subtensor.calls.swap_hotkey_v2,
        )
    ),
    "Transfer": Allow(
        (
            balances.calls.transfer_keep_alive,
            balances.calls.transfer_allow_death,
            balances.calls.transfer_all,
            subtensor.calls.transfer_stake,
        )
    ),
    "SmallTransfer": Allow(
        (
            Below(balances.calls.transfer_keep_alive, "value", 500_000_000),
            Below(balances.calls.transfer_allow_death, "value", 500_000_000),
            Below(subtensor.calls.transfer_stake, "alpha_amount", 500_000_000),
        )
    ),
    "Owner": Allow(
        (
            admin_utils.pallet,
            subtensor.calls.set_subnet_identity,
            subtensor.calls.update_symbol,
        ),
        but=(
            admin_utils.calls.sudo_set_sn_owner_hotkey,
            admin_utils.calls.sudo_set_subnet_owner_hotkey,
        ),
    ),
    "NonCritical": Deny(
        (
            subtensor.calls.dissolve_network,
            subtensor.calls.root_register,
            subtensor.calls.burned_register,
            sudo.pallet,
            subtensor.calls.announce_coldkey_swap,
            subtensor.calls.swap_coldkey_announced,
            subtensor.calls.clear_coldkey_swap_announcement,
            subtensor.calls.dispute_coldkey_swap,
        )
    ),
    "Triumvirate": NOTHING,
    "Senate": NOTHING,
    "Governance": NOTHING,
    "Staking": Allow(
        (
            subtensor.calls.add_stake,
            subtensor.calls.remove_stake,
            subtensor.calls.unstake_all,
            subtensor.calls.unstake_all_alpha,
            subtensor.calls.swap_stake,
            subtensor.calls.swap_stake_limit,
            subtensor.calls.move_stake,
            subtensor.calls.add_stake_limit,
            subtensor.calls.remove_stake_limit,
            subtensor.calls.remove_stake_full_limit,
            subtensor.calls.set_root_claim_type,
        )
    ),
    "Registration": Allow(
        (
            subtensor.calls.burned_register,
            subtensor.calls.register,
            subtensor.calls.register_limit,
        )
    ),
    "RootWeights": NOTHING,
    "ChildKeys": Allow(
        (
            subtensor.calls.set_children,
            subtensor.calls.set_childkey_take,
        )
    ),
    "SudoUncheckedSetCode": Allow(
        (Only(sudo.calls.sudo_unchecked_weight, "call", system.calls.set_code),)
    ),
    "SwapHotkey": Allow(
        (
            subtensor.calls.swap_hotkey,
            subtensor.calls.swap_hotkey_v2,
        )
    ),
    "SubnetLeaseBeneficiary": Allow(
        (
            subtensor.calls.start_call,
            admin_utils.calls.sudo_set_serving_rate_limit,
            admin_utils.calls.sudo_set_min_difficulty,
            admin_utils.calls.sudo_set_max_difficulty,
            admin_utils.calls.sudo_set_weights_version_key,
            admin_utils.calls.sudo_set_adjustment_alpha,
            admin_utils.calls.sudo_set_immunity_period,
            admin_utils.calls.sudo_set_min_allowed_weights,
            admin_utils.calls.sudo_set_kappa,
            admin_utils.calls.sudo_set_rho,
            admin_utils.calls.sudo_set_activity_cutoff,
            admin_utils.calls.sudo_set_network_registration_allowed,
            admin_utils.calls.sudo_set_network_pow_registration_allowed,
            admin_utils.calls.sudo_set_max_burn,
            admin_utils.calls.sudo_set_bonds_moving_average,
            admin_utils.calls.sudo_set_bonds_penalty,
            admin_utils.calls.sudo_set_commit_reveal_weights_enabled,
            admin_utils.calls.sudo_set_liquid_alpha_enabled,
            admin_utils.calls.sudo_set_alpha_values,
            admin_utils.calls.sudo_set_commit_reveal_weights_interval,
            admin_utils.calls.sudo_set_toggle_transfer,
            admin_utils.calls.sudo_set_subnet_emission_enabled,
            admin_utils.calls.sudo_set_min_childkey_take_per_subnet,
        )
    ),
    "RootClaim": Allow((subtensor.calls.claim_root,)),
}

# Types that no longer allow anything, kept so that the indices of the others stay.
DEPRECATED = frozenset({"Triumvirate", "Senate", "Governance", "RootWeights"})
