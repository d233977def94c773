"""What a finished block leaves behind: accounts, neurons and subnets that go together."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.simulation.books import Books, all_balances

MECHANISM = 4096
"""Storage indices of a subnet's mechanisms are so far apart."""

_VECTORS = (
    storage.Active,
    storage.Consensus,
    storage.Dividends,
    storage.Emission,
    storage.ValidatorTrust,
    storage.ValidatorPermit,
)
_OF_SUBNETS = (
    storage.SubnetOwner,
    storage.SubnetTAO,
    storage.SubnetAlphaIn,
    storage.SubnetAlphaOut,
    storage.SubnetworkN,
    storage.Keys,
    storage.Uids,
    storage.Tempo,
    storage.Burn,
    storage.BlockAtRegistration,
    storage.PendingServerEmission,
    storage.PendingValidatorEmission,
    storage.PendingChildKeys,
    storage.RootClaimed,
)
_OF_HOTKEYS = (
    storage.TotalHotkeyAlpha,
    storage.ChildKeys,
    storage.ParentKeys,
)


def check_block(ctx: Context, books: Books) -> None:
    """What a finished block leaves behind: sums, neurons, networks."""
    name = f"block {ctx.block_number}"
    assert all_balances(ctx) == books.issuance, f"{name}: the accounts do not add up"
    assert ctx.get(storage.TotalNetworks) == len(books.subnets), f"{name}: TotalNetworks"
    for netuid in books.subnets:
        check_neurons(ctx, netuid, name)
    check_nothing_is_left(ctx, set(books.subnets), name)


def check_neurons(ctx: Context, netuid: int, name: str) -> None:
    """Uids, keys and every vector of a subnet speak of the same neurons."""
    count = ctx.get(storage.SubnetworkN, netuid)
    keys = dict(ctx.iter(storage.Keys, netuid))
    uids = dict(ctx.iter(storage.Uids, netuid))
    assert sorted(keys) == list(range(count)), f"{name}: Keys of {netuid}"
    assert uids == {hotkey: uid for uid, hotkey in keys.items()}, f"{name}: Uids of {netuid}"
    for hotkey in uids:
        assert ctx.get(storage.IsNetworkMember, (hotkey, netuid)), f"{name}: member of {netuid}"
    for item in _VECTORS:
        length = len(ctx.get(item, netuid))
        assert length == count, f"{name}: {item.name} of {netuid} has {length} of {count}"
    for mechanism in range(ctx.get(storage.MechanismCountCurrent, netuid)):
        for item in (storage.LastUpdate, storage.Incentive):
            length = len(ctx.get(item, mechanism * MECHANISM + netuid))
            assert length == count, f"{name}: {item.name} of {netuid}/{mechanism}: {length}"
    for item in (storage.Weights, storage.Bonds):
        rows = [uid for uid, _ in ctx.iter(item, netuid)]
        assert all(uid < count for uid in rows), f"{name}: {item.name} of {netuid} has {rows}"


def check_nothing_is_left(ctx: Context, netuids: set[int], name: str) -> None:
    """What is stored about neurons, stakes and reserves is stored about subnets that exist."""
    for item in _OF_SUBNETS:
        held = {key[0] if isinstance(key, tuple) else key for key in ctx.keys(item)}
        assert held <= netuids, f"{name}: {item.name} of {held - netuids} is left"
    for item in _OF_HOTKEYS:
        held = {key[1] for key in ctx.keys(item)}
        assert held <= netuids, f"{name}: {item.name} on {held - netuids} is left"
    for (_, _, netuid), _ in ctx.iter(storage.AlphaV2):
        assert netuid in netuids, f"{name}: stake on {netuid} is left"
