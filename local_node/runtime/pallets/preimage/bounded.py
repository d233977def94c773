"""Calls as other pallets keep them: in line where they are short, as a preimage where not.

`Bounded` is `("Inline", bytes)`, `("Lookup", {"hash", "len"})` or, from an older time,
`("Legacy", {"hash"})`.
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
"""Bytes that a call may have to be kept in line."""

EXHAUSTED = "Exhausted"
CORRUPTION = "Corruption"


def bound(ctx: Context, call: CallValue) -> Bounded:
    """Keep a call; a long one is stored for the chain, which counts as a request of its own."""
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
    """The call, and how many bytes were looked up for it; fails where they are not to be had."""
    kind, value = bounded
    if kind == "Inline":
        return _decode(ctx, value), None
    content = store.fetch(ctx, value["hash"], value.get("len"))
    return _decode(ctx, content), len(content)


def request(ctx: Context, bounded: Bounded) -> None:
    """See that the preimage stays, or comes."""
    kind, value = bounded
    if kind != "Inline":
        store.request(ctx, value["hash"])


def drop(ctx: Context, bounded: Bounded) -> None:
    """Take the request back; where there is none, nothing happens."""
    kind, value = bounded
    if kind == "Inline":
        return
    try:
        store.unrequest(ctx, value["hash"])
    except DispatchFailure:
        return


def lookup_length(bounded: Bounded) -> int | None:
    """How many bytes must be looked up, as far as it is known."""
    kind, value = bounded
    length: int | None = value["len"] if kind == "Lookup" else None
    return length


def _decode(ctx: Context, content: bytes) -> CallValue:
    """Bytes after the call do not matter."""
    try:
        call, _ = ctx.schema.interface.codec(OUTER_CALL).read(content, 0)
        ctx.schema.bounds.check(call)
    except DecodeError:
        raise fail(CORRUPTION) from None
    decoded: CallValue = call
    return decoded
