"""The reference counts of accounts.

An account exists while it has a provider or is sufficient. A consumer keeps the last provider from
being removed (`frame_system`). The usual provider is Balances: a free balance of at least the
existential deposit. These functions change a given `AccountInfo`; `store` writes or deletes it.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import system
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import (
    CONSUMER_REMAINING,
    NO_PROVIDERS,
    TOO_MANY_CONSUMERS,
    ensure,
)

MAX_CONSUMERS = 16
"""`frame_system::Config::MaxConsumers`."""

AccountInfo = dict[str, Any]


def store(ctx: Context, who: bytes, info: AccountInfo) -> None:
    """Write the account, or delete one without references."""
    if info["providers"] or info["sufficients"]:
        ctx.put(system.storage.Account, who, info)
    else:
        ctx.remove(system.storage.Account, who)


def add_provider(ctx: Context, who: bytes, info: AccountInfo) -> None:
    """Add a provider; the first one creates the account."""
    info["providers"] += 1
    if info["providers"] == 1 and not info["sufficients"]:
        ctx.emit(system.events.NewAccount, who)


def drop_provider(ctx: Context, who: bytes, info: AccountInfo) -> None:
    """Remove a provider; the last one deletes the account, unless it has a consumer."""
    providers = max(info["providers"], 1)
    if providers == 1 and info["consumers"] == 0 and info["sufficients"] == 0:
        info["nonce"] = info["providers"] = 0
        ctx.emit(system.events.KilledAccount, who)
        return
    ensure(providers > 1 or info["consumers"] == 0, CONSUMER_REMAINING)
    info["providers"] = providers - 1


def add_consumer(info: AccountInfo, *, limited: bool = True) -> None:
    """Add a consumer, at most 16 unless `limited` is off."""
    ensure(info["providers"] > 0, NO_PROVIDERS)
    ensure(not limited or info["consumers"] < MAX_CONSUMERS, TOO_MANY_CONSUMERS)
    info["consumers"] += 1


def drop_consumer(info: AccountInfo) -> None:
    """Remove a consumer."""
    info["consumers"] = max(info["consumers"] - 1, 0)


def can_lose_provider(info: AccountInfo) -> bool:
    """Whether a provider may be removed without an error."""
    return bool(info["consumers"] == 0 or info["providers"] > 1)


def inc_providers(ctx: Context, who: bytes) -> None:
    """`frame_system::inc_providers`."""
    info = ctx.get(system.storage.Account, who)
    add_provider(ctx, who, info)
    ctx.put(system.storage.Account, who, info)


def dec_providers(ctx: Context, who: bytes) -> None:
    """`frame_system::dec_providers`; fails with `ConsumerRemaining`."""
    info = ctx.get(system.storage.Account, who)
    drop_provider(ctx, who, info)
    store(ctx, who, info)


def inc_consumers(ctx: Context, who: bytes) -> None:
    """`frame_system::inc_consumers`; fails with `NoProviders` or `TooManyConsumers`."""
    info = ctx.get(system.storage.Account, who)
    add_consumer(info)
    ctx.put(system.storage.Account, who, info)


def dec_consumers(ctx: Context, who: bytes) -> None:
    """`frame_system::dec_consumers`."""
    info = ctx.get(system.storage.Account, who)
    drop_consumer(info)
    store(ctx, who, info)


def inc_sufficients(ctx: Context, who: bytes) -> None:
    """`frame_system::inc_sufficients`: a reference that needs no provider."""
    info = ctx.get(system.storage.Account, who)
    info["sufficients"] += 1
    if info["sufficients"] == 1 and not info["providers"]:
        ctx.emit(system.events.NewAccount, who)
    ctx.put(system.storage.Account, who, info)


def dec_sufficients(ctx: Context, who: bytes) -> None:
    """`frame_system::dec_sufficients`; removing the last reference deletes the account."""
    info = ctx.get(system.storage.Account, who)
    info["sufficients"] = max(info["sufficients"] - 1, 0)
    if not info["sufficients"] and not info["providers"]:
        ctx.emit(system.events.KilledAccount, who)
    store(ctx, who, info)


def can_consume(info: AccountInfo) -> bool:
    """Whether another consumer may be added."""
    return bool(info["providers"] > 0 and info["consumers"] < MAX_CONSUMERS)
