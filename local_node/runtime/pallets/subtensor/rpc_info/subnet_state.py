"""`SubnetState`: a subnet's neurons as columns."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake_weight import stake_weights_of_subnet
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids, subnet_exists

_COLUMNS: tuple[tuple[str, Any], ...] = (
    ("active", storage.Active),
    ("validator_permit", storage.ValidatorPermit),
    ("emission", storage.Emission),
    ("dividends", storage.Dividends),
    ("consensus", storage.Consensus),
)
# By storage index.
_MECHANISM_COLUMNS: tuple[tuple[str, Any], ...] = (
    ("last_update", storage.LastUpdate),
    ("incentives", storage.Incentive),
)
# No longer computed.
_EMPTY = ("pruning_score", "trust", "rank")


def get_subnet_state(ctx: Context, netuid: int) -> dict[str, Any] | None:
    if not subnet_exists(ctx, netuid):
        return None
    columns = neuron_columns(ctx, netuid)
    return {
        "netuid": netuid,
        **columns,
        **stake_columns(ctx, netuid),
        "emission_history": _emission_history(ctx, columns["hotkeys"]),
    }


def neuron_columns(ctx: Context, netuid: int, mechanism: int = 0) -> dict[str, list[Any]]:
    """The per-uid vectors as stored, and the keys, with the names of `Metagraph`."""
    index = storage_index(netuid, mechanism)
    hotkeys = hotkeys_by_uid(ctx, netuid)
    return {
        "hotkeys": hotkeys,
        "coldkeys": [ctx.get(storage.Owner, hotkey) for hotkey in hotkeys],
        "block_at_registration": registration_blocks(ctx, netuid),
        **{name: ctx.get(item, netuid) for name, item in _COLUMNS},
        **{name: ctx.get(item, index) for name, item in _MECHANISM_COLUMNS},
        **{name: [] for name in _EMPTY},
    }


def hotkeys_by_uid(ctx: Context, netuid: int) -> list[bytes]:
    count = ctx.get(storage.SubnetworkN, netuid)
    return [ctx.get(storage.Keys, (netuid, uid)) for uid in range(count)]


def registration_blocks(ctx: Context, netuid: int) -> list[int]:
    count = ctx.get(storage.SubnetworkN, netuid)
    return [ctx.get(storage.BlockAtRegistration, (netuid, uid)) for uid in range(count)]


def stake_columns(ctx: Context, netuid: int) -> dict[str, list[int]]:
    """Alpha, root TAO and their weighted sum by uid, as in the next epoch."""
    weights = stake_weights_of_subnet(ctx, netuid)
    return {
        "alpha_stake": [weight.alpha for weight in weights],
        "tao_stake": [weight.tao for weight in weights],
        "total_stake": [weight.total for weight in weights],
    }


def _emission_history(ctx: Context, hotkeys: list[bytes]) -> list[list[int]]:
    """The last emission of each hotkey on every subnet."""
    item = storage.LastHotkeyEmissionOnNetuid
    return [[ctx.get(item, (hotkey, n)) for hotkey in hotkeys] for n in all_netuids(ctx)]
