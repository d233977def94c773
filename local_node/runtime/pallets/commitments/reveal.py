"""The opening of locked fields at the start of a block, once their round's pulse is known.

Invariant: the index contains a commitment exactly while one of its fields is locked. A field that
its pulse does not open is dropped; a field without a pulse stays locked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from btsdk.timelock import encryption
from chain_spec.pallets import commitments, drand
from local_node.runtime.frame import Context, Weight
from local_node.runtime.frame.weight import ZERO, db
from local_node.runtime.pallets.commitments import timelocked_index
from local_node.runtime.pallets.commitments.fields import Field, encrypted, reveal_round

MOST_REVEALS = 10
"""The revealed fields kept per hotkey and subnet; the oldest are dropped first."""

_HEX_MARK = b"0x"


@dataclass
class _Sorted:
    """The fields of one commitment, sorted by whether their pulse is known."""

    kept: list[Field] = field(default_factory=list)
    opened: list[bytes] = field(default_factory=list)
    locked: int = 0
    due: int = 0
    """The number of locked fields whose pulse is known."""


def reveal(ctx: Context) -> Weight:
    """Open all fields whose pulse is known; return the weight."""
    weight = db(reads=1)
    for key in ctx.get(commitments.storage.TimelockedIndex):
        weight = weight.plus(_reveal_one(ctx, key))
    return weight


def _reveal_one(ctx: Context, key: timelocked_index.Key) -> Weight:
    weight = db(reads=1)
    registration: dict[str, Any] | None = ctx.get(commitments.storage.CommitmentOf, key)
    found = _sort(ctx, registration["info"]["fields"] if registration else [])
    weight = weight.plus(db(reads=found.locked))
    if registration is None or not found.locked:
        timelocked_index.discard(ctx, key)
        return weight.plus(db(1, 1))
    if not found.due:
        return weight
    if found.opened:
        _publish(ctx, key, found.opened)
        weight = weight.plus(db(1, 1))
    registration["info"]["fields"] = found.kept
    if found.kept:
        ctx.put(commitments.storage.CommitmentOf, key, registration)
    else:
        ctx.remove(commitments.storage.CommitmentOf, key)
    still_locked = found.locked > found.due
    if not still_locked:
        timelocked_index.discard(ctx, key)
    return weight.plus(db(writes=1)).plus(ZERO if still_locked else db(1, 1))


def _sort(ctx: Context, fields: list[Field]) -> _Sorted:
    found = _Sorted()
    for data in fields:
        number = reveal_round(data)
        if number is None:
            found.kept.append(data)
            continue
        found.locked += 1
        pulse = ctx.get(drand.storage.Pulses, number)
        if pulse is None:
            found.kept.append(data)
            continue
        found.due += 1
        opened = _open(encrypted(data), pulse["signature"])
        if opened:
            found.opened.append(opened)
    return found


def _open(ciphertext: bytes, signature: bytes) -> bytes:
    """The content, empty if the pulse does not open it."""
    try:
        return encryption.decrypt(ciphertext, signature.removeprefix(_HEX_MARK))
    except encryption.TimelockError:
        return b""


def _publish(ctx: Context, key: timelocked_index.Key, opened: list[bytes]) -> None:
    netuid, who = key
    reveals = ctx.get(commitments.storage.RevealedCommitments, key) or []
    for content in opened:
        reveals.append((content, ctx.block_number))
        ctx.emit(commitments.events.CommitmentRevealed, netuid, who)
    ctx.put(commitments.storage.RevealedCommitments, key, reveals[-MOST_REVEALS:])
