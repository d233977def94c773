"""Block 0 of `SubtensorModule`: the root network, and subnet 1.

By default a chain starts as Subtensor's localnet does: the zero account owns subnet 1 and its only
alpha, the subnet's token is not enabled, and no account holds the pool's TAO. The `subtensorModule`
part of a spec may change that:

- `balancesIssuance`, `startCallDelay`: as in Subtensor's own genesis configuration;
- `storage`: values of storage items that have no key, by the items' names;
- `rootValidators`: objects with `coldkey`, `hotkey` (ss58 addresses) and `stake` in rao. Each has a
  seat on root and that stake, backed by an account. Its hotkey is no parent of new subnets' owners,
  as it would outweigh every other validator there. With one, staking on root is open;
- `subnets`: for subnet 1, under "1": `owner` and `ownerHotkey` (ss58 addresses), `pool` (`tao` and
  `alpha`, in rao), `started` (token and emission on, the pool's TAO on the subnet's account),
  `storage` (items keyed by the netuid).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from btsdk.keys import ss58
from chain_spec.pallets import subtensor
from chain_spec.pallets.subtensor import storage
from chain_spec.profile import Profile
from local_node.runtime.arithmetic.safe_float import from_u64
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.features import has_pow, open_proof_of_work
from local_node.runtime.pallets.subtensor.subnets.identity.symbols import symbol_of
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    DYNAMIC_MECHANISM,
    ROOT,
    account_id,
)

_FIRST_SUBNET = 1
_ZERO_ACCOUNT = bytes(32)
_DEFAULT_TAKE = 11_796
# The owner of root in the fast build: //Alice, with //Alice_hk as hotkey.
_ALICE = bytes.fromhex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d")
_ALICE_HOTKEY = bytes.fromhex("506c5a28f51e841b4df26ace64a23d69057fefda24bc9a53cb74197f901e7128")

_POOL = 10_000_000_000
_STAKED = 1_000_000_000

_ROOT_STORAGE: tuple[tuple[Any, Any], ...] = (
    (storage.NetworksAdded, True),
    (storage.SubnetworkN, 0),
    (storage.MaxAllowedUids, 64),
    (storage.MaxAllowedValidators, 64),
    (storage.MinAllowedWeights, 0),
    (storage.Tempo, 100),
    (storage.NetworkRegistrationAllowed, True),
    (storage.TargetRegistrationsPerInterval, 1),
    (storage.TokenSymbol, symbol_of(ROOT)),
)
_FIRST_SUBNET_STORAGE: tuple[tuple[Any, Any], ...] = (
    (storage.SubnetMechanism, DYNAMIC_MECHANISM),
    (storage.NetworksAdded, True),
    (storage.SubnetworkN, 0),
    (storage.MaxAllowedUids, 256),
    (storage.MaxAllowedValidators, 64),
    (storage.MinAllowedWeights, 0),
    (storage.Tempo, 100),
    (storage.NetworkRegistrationAllowed, True),
    (storage.SubnetLocked, 1),
    (storage.LargestLocked, 1),
    (storage.SubnetAlphaOut, _STAKED),
    (storage.TokenSymbol, symbol_of(_FIRST_SUBNET)),
)


def build(ctx: Context, config: Mapping[str, Any]) -> None:
    ctx.set(storage.TotalIssuance, int(config.get("balancesIssuance") or 0))
    if config.get("startCallDelay") is not None:
        ctx.set(storage.StartCallDelay, config["startCallDelay"])
    _build_root(ctx)
    _seat_validators(ctx, config.get("rootValidators") or ())
    subnets: Mapping[str, Any] = config.get("subnets") or {}
    _build_first_subnet(ctx, subnets.get(str(_FIRST_SUBNET)) or {})
    for name, value in (config.get("storage") or {}).items():
        ctx.set(_item(name), value)


def _build_root(ctx: Context) -> None:
    fast = ctx.profile is Profile.FAST
    for item, value in _ROOT_STORAGE:
        ctx.put(item, ROOT, value)
    ctx.set(storage.TotalNetworks, 1)
    ctx.put(storage.SubnetOwner, ROOT, _ALICE if fast else _ZERO_ACCOUNT)
    ctx.put(storage.SubnetOwnerHotkey, ROOT, _ALICE_HOTKEY if fast else _ZERO_ACCOUNT)


def _build_first_subnet(ctx: Context, settings: Mapping[str, Any]) -> None:
    netuid = _FIRST_SUBNET
    owner = _account(settings.get("owner"))
    hotkey = _account(settings.get("ownerHotkey") or settings.get("owner"))
    for item, value in _FIRST_SUBNET_STORAGE:
        ctx.put(item, netuid, value)
    ctx.set(storage.TotalNetworks, 2)
    ctx.put(storage.SubnetOwner, netuid, owner)
    append_neuron(ctx, netuid, hotkey, ctx.block_number)
    _stake(ctx, netuid, owner, hotkey, _STAKED)
    pool: Mapping[str, int] = settings.get("pool") or {"tao": _POOL, "alpha": _POOL}
    ctx.put(storage.SubnetTAO, netuid, pool["tao"])
    ctx.put(storage.SubnetAlphaIn, netuid, pool["alpha"])
    if owner != _ZERO_ACCOUNT:
        ctx.put(storage.SubnetOwnerHotkey, netuid, hotkey)
        ctx.put(storage.OwnedHotkeys, owner, [hotkey])
    if has_pow(ctx):
        open_proof_of_work(ctx, netuid)
    if settings.get("started"):
        _start(ctx, netuid, pool["tao"])
    for name, value in (settings.get("storage") or {}).items():
        ctx.put(_item(name), netuid, value)


def _seat_validators(ctx: Context, validators: Sequence[Mapping[str, Any]]) -> None:
    """Register each validator on root and add its stake."""
    total = 0
    for index, validator in enumerate(validators):
        coldkey, hotkey = ss58.decode(validator["coldkey"]), ss58.decode(validator["hotkey"])
        stake = int(validator["stake"])
        append_neuron(ctx, ROOT, hotkey, ctx.block_number)
        _stake(ctx, ROOT, coldkey, hotkey, stake)
        ctx.put(storage.OwnedHotkeys, coldkey, [hotkey])
        ctx.put(storage.Delegates, hotkey, _DEFAULT_TAKE)
        ctx.put(storage.AutoParentDelegationEnabled, hotkey, False)
        # The index of coldkeys with automatic claims of root dividends.
        ctx.put(storage.StakingColdkeysByIndex, index, coldkey)
        ctx.put(storage.StakingColdkeys, coldkey, index)
        total += stake
    if validators:
        ctx.set(storage.NumStakingColdkeys, len(validators))
        ctx.put(storage.SubtokenEnabled, ROOT, True)
        ctx.put(storage.SubnetTAO, ROOT, total)
        ctx.put(storage.SubnetAlphaOut, ROOT, total)
        _back(ctx, ROOT, total)


def _stake(ctx: Context, netuid: int, coldkey: bytes, hotkey: bytes, amount: int) -> None:
    """Write the whole stake of a hotkey, held by its owner."""
    shares = from_u64(amount)._asdict()
    ctx.put(storage.Owner, hotkey, coldkey)
    ctx.put(storage.AlphaV2, (hotkey, coldkey, netuid), shares)
    ctx.put(storage.TotalHotkeyAlpha, (hotkey, netuid), amount)
    ctx.put(storage.TotalHotkeySharesV2, (hotkey, netuid), shares)
    ctx.put(storage.StakingHotkeys, coldkey, [hotkey])


def _start(ctx: Context, netuid: int, tao: int) -> None:
    """Set the state of a subnet that was created with a lock and started."""
    ctx.put(storage.SubtokenEnabled, netuid, True)
    ctx.put(storage.FirstEmissionBlockNumber, netuid, 1)
    _back(ctx, netuid, tao)


def _back(ctx: Context, netuid: int, tao: int) -> None:
    """Put the TAO that backs stake on the subnet's account."""
    currency.mint(ctx, account_id(netuid), tao)
    ctx.set(storage.TotalStake, ctx.get(storage.TotalStake) + tao)


def _account(address: str | None) -> bytes:
    return _ZERO_ACCOUNT if address is None else ss58.decode(address)


def _item(name: str) -> Any:
    return subtensor.pallet.storage[name]
