"""Timelocked weight commits at the start of each block: due ones are revealed, expired ones
removed.

A commit is due in the epoch that comes `RevealPeriodEpochs` after its own. It is revealed in the
first block of that epoch in which the pulse of its drand round is known. Invariant: a commit
outlives its epoch by at most the reveal period; an epoch that the block's cap defers keeps its
commits for the next block.
"""

from __future__ import annotations

from typing import NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_read
from btsdk.timelock.encryption import TimelockError, decrypt
from chain_spec.pallets import drand
from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.coinbase.epoch_schedule import deferred_epochs
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids
from local_node.runtime.pallets.subtensor.subnets.weights.commits import current_epoch
from local_node.runtime.pallets.subtensor.subnets.weights.rows import set_weights_of

_ACCOUNT_BYTES = 32
_HEX_PREFIX = b"0x"
"""A prefix that some writers of pulses add to the raw signature."""

Stored = tuple[bytes, int, bytes, int]
"""An entry of `TimelockedWeightCommits`: account, block of the commit, ciphertext, round."""


class Payload(NamedTuple):
    """The decrypted content. `hotkey` is None in the older form, which does not contain its
    sender."""

    hotkey: bytes | None
    uids: list[int]
    values: list[int]
    version_key: int


def reveal_matured_commits(ctx: Context) -> None:
    """Reveal the commits of every subnet whose epoch is not deferred."""
    subnets = [netuid for netuid in all_netuids(ctx) if netuid != ROOT]
    deferred = deferred_epochs(ctx, subnets)
    for netuid in subnets:
        if netuid not in deferred:
            _reveal_subnet(ctx, netuid)


def _reveal_subnet(ctx: Context, netuid: int) -> None:
    period, epoch = ctx.get(storage.RevealPeriodEpochs, netuid), current_epoch(ctx, netuid)
    due = max(epoch - period, 0)
    for mechanism in range(ctx.get(storage.MechanismCountCurrent, netuid)):
        index = storage_index(netuid, mechanism)
        _drop_expired(ctx, index, due)
        if epoch < period:
            return
        _reveal_mechanism(ctx, netuid, mechanism, due)


def _drop_expired(ctx: Context, index: int, due: int) -> None:
    for epoch in list(ctx.keys(storage.TimelockedWeightCommits, index)):
        if epoch < due:
            ctx.remove(storage.TimelockedWeightCommits, (index, epoch))


def _reveal_mechanism(ctx: Context, netuid: int, mechanism: int, due: int) -> None:
    key = (storage_index(netuid, mechanism), due)
    waiting = []
    for commit in ctx.take(storage.TimelockedWeightCommits, key):
        pulse = ctx.get(drand.storage.Pulses, commit[3])
        if pulse is None:
            waiting.append(commit)  # checked again in every block of this epoch
        else:
            _reveal(ctx, netuid, mechanism, commit, pulse["signature"])
    if waiting:
        ctx.put(storage.TimelockedWeightCommits, key, waiting)


def _reveal(ctx: Context, netuid: int, mechanism: int, commit: Stored, signature: bytes) -> None:
    """Set the weights; a commit that does not open, or has invalid weights, is dropped."""
    who, _, ciphertext, _ = commit
    try:
        message = decrypt(ciphertext, signature.removeprefix(_HEX_PREFIX))
        payload = _payload(message)
    except (TimelockError, DecodeError):
        return
    if payload.hotkey not in (None, who):
        return
    try:
        with ctx.transaction():
            set_weights_of(
                ctx, who, netuid, mechanism, payload.uids, payload.values, payload.version_key
            )
    except DispatchFailure:
        return
    ctx.emit(events.TimelockedWeightsRevealed, storage_index(netuid, mechanism), who)


def _payload(message: bytes) -> Payload:
    """The newer form with a whole hotkey, otherwise the older one; trailing bytes are ignored."""
    try:
        length, start = compact_read(message, 0)
        hotkey = _take(message, start, length)
        payload = _weights(message, start + length, hotkey[:_ACCOUNT_BYTES])
    except DecodeError:
        return _weights(message, 0, None)
    return payload if length >= _ACCOUNT_BYTES else _weights(message, 0, None)


def _weights(message: bytes, offset: int, hotkey: bytes | None) -> Payload:
    uids, offset = _u16s(message, offset)
    values, offset = _u16s(message, offset)
    return Payload(hotkey, uids, values, int.from_bytes(_take(message, offset, 8), "little"))


def _u16s(message: bytes, offset: int) -> tuple[list[int], int]:
    count, start = compact_read(message, offset)
    raw = _take(message, start, 2 * count)
    numbers = [int.from_bytes(raw[at : at + 2], "little") for at in range(0, len(raw), 2)]
    return numbers, start + len(raw)


def _take(message: bytes, offset: int, size: int) -> bytes:
    if offset + size > len(message):
        raise DecodeError("the payload is truncated", offset=offset)
    return message[offset : offset + size]
