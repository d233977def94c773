"""Calls as other pallets store them: short ones inline, others as a preimage.

`Bounded` is `("Inline", bytes)`, `("Lookup", {"hash", "len"})` or, in an older form, `("Legacy",
{"hash"})`.
"""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError
from chain_spec.pallets import preimage as declared
from chain_spec.runtime import OUTER_CALL
from local_node.runtime.frame import Context, DispatchFailure, fail
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.preimage import store

Bounded = tuple[str, Any]

INLINE = 128
"""The maximum length of an inline call, in bytes."""

EXHAUSTED = "Exhausted"
CORRUPTION = "Corruption"


def bound(ctx: Context, call: CallValue) -> Bounded:
    """Bound a call; a long one is stored for the chain and counts as one request."""
    content = ctx.runtime.encode_call(call)
    if len(content) <= INLINE:
        return ("Inline", content)
    try:
        _, key = store.note(ctx, content, None)
    except DispatchFailure as failure:
        if failure.error is declared.errors.TooBig:
            raise fail(EXHAUSTED) from None
        raise
    return ("Lookup", {"hash": key, "len": len(content)})


def peek(ctx: Context, bounded: Bounded) -> tuple[CallValue, int | None]:
    """The call, and the bytes that were looked up for it; fails if they are not available."""
    kind, value = bounded
    if kind == "Inline":
        return _decode(ctx, value), None
    content = store.fetch(ctx, value["hash"], value.get("len"))
    return _decode(ctx, content), len(content)


def request(ctx: Context, bounded: Bounded) -> None:
    """Request the preimage, stored or not."""
    kind, value = bounded
    if kind != "Inline":
        store.request(ctx, value["hash"])


def drop(ctx: Context, bounded: Bounded) -> None:
    """Drop the request; no effect if there is none."""
    kind, value = bounded
    if kind == "Inline":
        return
    try:
        store.unrequest(ctx, value["hash"])
    except DispatchFailure:
        return


def lookup_length(bounded: Bounded) -> int | None:
    """The number of bytes to look up, or None if it is unknown."""
    kind, value = bounded
    length: int | None = value["len"] if kind == "Lookup" else None
    return length


def _decode(ctx: Context, content: bytes) -> CallValue:
    """Decode a call; trailing bytes are ignored."""
    try:
        call, _ = ctx.schema.interface.codec(OUTER_CALL).read(content, 0)
        ctx.schema.bounds.check(call)
    except DecodeError:
        raise fail(CORRUPTION) from None
    decoded: CallValue = call
    return decoded
