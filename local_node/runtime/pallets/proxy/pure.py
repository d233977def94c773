"""`Proxy.create_pure` and `Proxy.kill_pure`: accounts without a key, controlled by proxies."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import proxy as declared
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, lookup
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.proxy import deposits
from local_node.runtime.pallets.proxy.definitions import TYPE_INDEX, define
from local_node.runtime.pallets.system.block import extrinsic_index


def pure_account(spawner: bytes, proxy_type: str, index: int, height: int, extrinsic: int) -> bytes:
    """The account that `create_pure` makes in this extrinsic of this block."""
    entropy = (
        b"modlpy/proxy____"
        + spawner
        + height.to_bytes(4, "little")
        + extrinsic.to_bytes(4, "little")
        + bytes([TYPE_INDEX[proxy_type]])
        + index.to_bytes(2, "little")
    )
    return blake2_256(entropy)


def create_pure(ctx: Context, origin: Origin, proxy_type: str, delay: int, index: int) -> None:
    """`index` distinguishes accounts of one extrinsic; the signer pays the deposit."""
    who = ensure_signed(origin)
    pure = pure_account(who, proxy_type, index, ctx.block_number, extrinsic_index(ctx))
    ensure(not ctx.contains(declared.storage.Proxies, pure), declared.errors.Duplicate)
    deposit = deposits.for_proxies(ctx, 1)
    currency.reserve(ctx, who, deposit)
    ctx.put(declared.storage.Proxies, pure, ([define(who, proxy_type, delay)], deposit))
    ctx.emit(
        declared.events.PureCreated,
        pure=pure,
        who=who,
        proxy_type=proxy_type,
        disambiguation_index=index,
    )


def kill_pure(
    ctx: Context,
    origin: Origin,
    spawner: tuple[str, Any],
    proxy_type: str,
    index: int,
    height: int,
    ext_index: int,
) -> None:
    """Signed by the pure account; the arguments prove its creation. Its TAO is no longer
    accessible."""
    who = ensure_signed(origin)
    creator = lookup(spawner)
    pure = pure_account(creator, proxy_type, index, height, ext_index)
    ensure(pure == who, declared.errors.NoPermission)
    _, deposit = ctx.take(declared.storage.Proxies, who)
    currency.unreserve(ctx, creator, deposit)
    ctx.emit(
        declared.events.PureKilled,
        pure=who,
        spawner=creator,
        proxy_type=proxy_type,
        disambiguation_index=index,
    )
