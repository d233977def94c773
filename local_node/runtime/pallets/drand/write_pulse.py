"""`Drand.write_pulse`: verify the beacon's pulses with its public key, and store them.

Invariant: `LastStoredRound` only grows, and at most a week of pulses is stored.
"""

from __future__ import annotations

from typing import Any

from btsdk.timelock import bls
from btsdk.timelock.encryption import round_message
from chain_spec.pallets import drand
from local_node.runtime.frame import Context, Origin, ensure, ensure_none, fail

KEPT = 216_000
"""The number of stored pulses: one week, at one in three seconds."""

MOST_REMOVED = 100
"""The maximum number of pulses that one call removes."""


def write_pulse(
    ctx: Context,
    origin: Origin,
    pulses_payload: dict[str, Any],
    signature: tuple[str, bytes] | None,
) -> None:
    """Store pulses; one of another beacon is skipped, and a malformed signature fails."""
    ensure_none(origin)
    public_key = ctx.get(drand.storage.BeaconConfig)["public_key"]
    last = ctx.get(drand.storage.LastStoredRound)
    is_first = last == 0 and ctx.get(drand.storage.OldestStoredRound) == 0
    rounds: list[int] = []
    for pulse in pulses_payload["pulses"]:
        if not _is_genuine(public_key, pulse):
            continue
        ensure(pulse["round"] > last, drand.errors.InvalidRoundNumber)
        last = pulse["round"]
        ctx.put(drand.storage.Pulses, last, pulse)
        rounds.append(last)
    ctx.set(drand.storage.LastStoredRound, last)
    if is_first and rounds:
        ctx.set(drand.storage.OldestStoredRound, rounds[0])
    _prune(ctx, last)
    ctx.set(drand.storage.NextUnsignedAt, ctx.block_number)
    if rounds:
        ctx.emit(drand.events.NewPulse, rounds)


def _is_genuine(public_key: bytes, pulse: dict[str, Any]) -> bool:
    try:
        return bls.verify(public_key, round_message(pulse["round"]), pulse["signature"])
    except bls.BlsError as error:
        raise fail(drand.errors.PulseVerificationError) from error


def _prune(ctx: Context, last: int) -> None:
    """Remove the oldest pulses, a limited number per call."""
    oldest = ctx.get(drand.storage.OldestStoredRound)
    if oldest == 0:
        return
    surplus = last - oldest + 1 - KEPT
    for _ in range(min(max(surplus, 0), MOST_REMOVED)):
        ctx.remove(drand.storage.Pulses, oldest)
        oldest += 1
    ctx.set(drand.storage.OldestStoredRound, oldest)
