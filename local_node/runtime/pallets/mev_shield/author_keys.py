"""`MevShield.announce_next_key`: the author's inherent, and the rotation of the keys.

A key moves from `AuthorKeys` to `NextKey` two blocks before its author's turn (for encryption),
then to `PendingKey` (for decryption in the next block), then to `CurrentKey`.
"""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError
from btsdk.shield import ENCAPSULATION_KEY_BYTES
from chain_spec.declare import Value
from chain_spec.pallets import aura, mev_shield
from chain_spec.types import BoundedBytes, Option
from local_node.runtime.frame import Context, Origin, ensure, ensure_none, fail
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.aura.slot import author, slot_from_digest

IDENTIFIER = b"shieldpk"

_MATERIAL = Option(BoundedBytes(2048))


def announce_next_key(ctx: Context, origin: Origin, enc_key: bytes | None) -> None:
    """Announce the author's next key; without one its slots accept no shielded extrinsics."""
    ensure_none(origin)
    current = author(ctx)
    if current is None:
        raise fail(mev_shield.errors.Unreachable)
    storage = mev_shield.storage
    following = _author_after_next(ctx)
    next_key = None if following is None else ctx.get(storage.AuthorKeys, following)
    _store(ctx, storage.CurrentKey, ctx.get(storage.PendingKey))
    pending = ctx.get(storage.NextKey)
    _store(ctx, storage.PendingKey, pending)
    _store(ctx, storage.NextKey, next_key)
    if enc_key is None:
        ctx.remove(storage.AuthorKeys, current)
    else:
        ensure(len(enc_key) == ENCAPSULATION_KEY_BYTES, mev_shield.errors.BadEncKeyLen)
        ctx.put(storage.AuthorKeys, current, enc_key)
    now = ctx.block_number
    _store(ctx, storage.PendingKeyExpiresAt, None if pending is None else now + 2)
    _store(ctx, storage.NextKeyExpiresAt, None if next_key is None else now + 3)


def create(ctx: Context, data: bytes | None) -> CallValue | None:
    """The call for the block, or None without inherent data about keys."""
    if data is None:
        return None
    try:
        key: bytes | None = ctx.schema.interface.codec(_MATERIAL).decode(data)
    except DecodeError:
        return None
    return ("MevShield", ("announce_next_key", {"enc_key": key}))


def check(ctx: Context, args: dict[str, Any], data: bytes | None) -> bytes | None:
    """Always None: another author's key cannot be checked."""
    return None


def _author_after_next(ctx: Context) -> bytes | None:
    slot = slot_from_digest(ctx)
    authorities = ctx.get(aura.storage.Authorities)
    if slot is None or not authorities:
        return None
    return authorities[(slot + 2) % len(authorities)]


def _store(ctx: Context, item: Value[Any], value: Any) -> None:
    if value is None:
        ctx.remove(item)
    else:
        ctx.set(item, value)
