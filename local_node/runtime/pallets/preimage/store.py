"""The entries of preimages.

A hash is `Unrequested` (its owner may remove the bytes at any time) or `Requested` with a count
(the chain needs the bytes, stored already or not). The bytes are in `PreimageFor`.
"""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import preimage as declared
from local_node.runtime.frame import Context, DispatchFailure, ensure, fail
from local_node.runtime.frame.errors import UNAVAILABLE
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.preimage import ticket as tickets
from local_node.runtime.pallets.preimage.ticket import Ticket

MAX_SIZE = 4 * 1024 * 1024
"""The maximum length of a preimage, in bytes."""

U32_MAX = 2**32 - 1


def note(ctx: Context, content: bytes, owner: bytes | None) -> tuple[bool, bytes]:
    """Store bytes; return whether they are requested, and their hash.

    Bytes without an owner count as requested.
    """
    key, length = blake2_256(content), len(content)
    ensure(length <= MAX_SIZE, declared.errors.TooBig)
    kind, fields = _status(ctx, key)
    if kind == "Requested":
        _set_requested(ctx, key, fields["maybe_ticket"], fields["count"], length)
    elif kind == "Unrequested":
        ensure(owner is None, declared.errors.AlreadyNoted)
        _set_requested(ctx, key, fields["ticket"], 1, fields["len"])
    elif owner is None:
        _set_requested(ctx, key, None, 1, length)
    else:
        _set_unrequested(ctx, key, tickets.take(ctx, owner, length), length)
    ctx.put(declared.storage.PreimageFor, (key, length), content)
    ctx.emit(declared.events.Noted, key)
    return kind == "Requested" or owner is None, key


def unnote(ctx: Context, key: bytes, owner: bytes | None) -> None:
    """Remove the bytes for `owner` (None: root), or return the deposit while they are requested."""
    kind, fields = _status(ctx, key)
    if kind is None:
        raise fail(declared.errors.NotNoted)
    held = fields["maybe_ticket"] if kind == "Requested" else fields["ticket"]
    permitted = owner is None or (held is not None and held[0] == owner)
    ensure(permitted, declared.errors.NotAuthorized)
    if held is None:
        unrequest(ctx, key)
        return
    tickets.give_back(ctx, held)
    if kind == "Requested":
        _set_requested(ctx, key, None, fields["count"], fields["maybe_len"])
    else:
        _clear(ctx, key, fields["len"])


def request(ctx: Context, key: bytes) -> None:
    """Add a request; the owner can no longer remove the bytes."""
    kind, fields = _status(ctx, key)
    if kind == "Requested":
        count = min(fields["count"] + 1, U32_MAX)
        _set_requested(ctx, key, fields["maybe_ticket"], count, fields["maybe_len"])
        return
    known = kind == "Unrequested"
    _set_requested(
        ctx, key, fields["ticket"] if known else None, 1, fields["len"] if known else None
    )
    ctx.emit(declared.events.Requested, key)


def unrequest(ctx: Context, key: bytes) -> None:
    """Drop a request; dropping the last one removes bytes without an owner."""
    kind, fields = _status(ctx, key)
    ensure(kind == "Requested", declared.errors.NotRequested)
    count, held, length = fields["count"], fields["maybe_ticket"], fields["maybe_len"]
    if count > 1:
        _set_requested(ctx, key, held, count - 1, length)
    elif length is None:
        ctx.remove(declared.storage.RequestStatusFor, key)
    elif held is None:
        _clear(ctx, key, length)
    else:
        _set_unrequested(ctx, key, held, length)


def fetch(ctx: Context, key: bytes, length: int | None) -> bytes:
    """The bytes; fails with `Unavailable` if none of that length are stored."""
    if length is None:
        kind, fields = _status(ctx, key)
        length = fields.get("maybe_len" if kind == "Requested" else "len")
    content = None
    if length is not None:
        content = ctx.get(declared.storage.PreimageFor, (key, length))
    if content is None:
        raise fail(UNAVAILABLE)
    return content


def update(ctx: Context, key: bytes) -> bool:
    """Update an entry from before tickets; return whether there was one."""
    old: Any = ctx.take(declared.storage.StatusFor, key)
    if old is None:
        return False
    kind, fields = old
    deposit, length = fields["deposit"], fields["len"]
    ticket: Ticket | None = None
    if deposit is not None:
        owner, amount = deposit
        currency.unreserve(ctx, owner, amount)
        if length is not None:
            try:
                ticket = tickets.take(ctx, owner, length)
            except DispatchFailure:
                return True
    if kind == "Requested":
        _set_requested(ctx, key, ticket, fields["count"], length)
    elif ticket is not None:
        _set_unrequested(ctx, key, ticket, length)
    return True


def _status(ctx: Context, key: bytes) -> tuple[str | None, dict[str, Any]]:
    """`Requested` or `Unrequested` with its fields, or None; updated first."""
    update(ctx, key)
    status: Any = ctx.get(declared.storage.RequestStatusFor, key)
    return (None, {}) if status is None else status


def _set_requested(
    ctx: Context, key: bytes, held: Ticket | None, count: int, length: int | None
) -> None:
    status = ("Requested", {"maybe_ticket": held, "count": count, "maybe_len": length})
    ctx.put(declared.storage.RequestStatusFor, key, status)


def _set_unrequested(ctx: Context, key: bytes, held: Ticket, length: int) -> None:
    status = ("Unrequested", {"ticket": held, "len": length})
    ctx.put(declared.storage.RequestStatusFor, key, status)


def _clear(ctx: Context, key: bytes, length: int) -> None:
    ctx.remove(declared.storage.RequestStatusFor, key)
    ctx.remove(declared.storage.PreimageFor, (key, length))
    ctx.emit(declared.events.Cleared, key)
