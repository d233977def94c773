"""The existing subnets, their storage keys, and the account of a subnet's TAO.

The root network is netuid 0. It exists from genesis on and is omitted where the chain counts
subnets. A subnet's account is derived from the pallet's id, so it has no private key.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure

ROOT = 0
DYNAMIC_MECHANISM = 1

# Substrate derives a pallet's sub-accounts from "modl", the pallet id and the SCALE-encoded index,
# truncated or padded with zeros to 32 bytes; `subtensr` is the runtime's `SubtensorPalletId`.
_ACCOUNT_PREFIX = b"modlsubtensr"


def subnet_exists(ctx: Context, netuid: int) -> bool:
    return ctx.get(storage.NetworksAdded, netuid)


def ensure_subnet_exists(ctx: Context, netuid: int) -> None:
    ensure(subnet_exists(ctx, netuid), errors.SubnetNotExists)


def all_netuids(ctx: Context) -> list[int]:
    """Every netuid, including root, in the order of the raw storage keys."""
    return [netuid for netuid, _ in ctx.iter(storage.NetworksAdded)]


def existing_subnets(ctx: Context) -> list[int]:
    """The existing subnets without root."""
    return [n for n, added in ctx.iter(storage.NetworksAdded) if added and n != ROOT]


def next_netuid(ctx: Context) -> int:
    """The lowest unused netuid above root."""
    taken = set(all_netuids(ctx))
    netuid = 1
    while netuid in taken:
        netuid += 1
    return netuid


def account_id(netuid: int) -> bytes:
    """The account with the TAO of the subnet's pool and its lock."""
    return (_ACCOUNT_PREFIX + netuid.to_bytes(2, "little")).ljust(32, b"\0")


def subnet_account(ctx: Context, netuid: int) -> bytes | None:
    """`account_id` for root and existing subnets, or None."""
    if netuid == ROOT or ctx.contains(storage.NetworksAdded, netuid):
        return account_id(netuid)
    return None


def netuid_of_account(account: bytes) -> int | None:
    """The netuid of a subnet account, whether or not the subnet exists."""
    head = len(_ACCOUNT_PREFIX)
    if account[:head] != _ACCOUNT_PREFIX or any(account[head + 2 :]):
        return None
    return int.from_bytes(account[head : head + 2], "little")


def ensure_not_subnet_account(account: bytes) -> None:
    ensure(netuid_of_account(account) is None, errors.CannotUseSystemAccount)


def set_owner_hotkey(ctx: Context, netuid: int, hotkey: bytes) -> None:
    ensure_not_subnet_account(hotkey)
    ctx.put(storage.SubnetOwnerHotkey, netuid, hotkey)
    ctx.emit(events.SubnetOwnerHotkeySet, netuid, hotkey)
