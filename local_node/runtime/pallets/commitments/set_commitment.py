"""`Commitments.set_commitment`: a neuron publishes data on a subnet."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import commitments
from chain_spec.pallets.subtensor import storage as subtensor
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.commitments import bonds, timelocked_index
from local_node.runtime.pallets.commitments.fields import RESET_BONDS, reveal_round, space
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered

LEAST_SPACE = 100
"""The minimum size that is counted for a commitment, in bytes."""


def set_commitment(ctx: Context, origin: Origin, netuid: int, info: dict[str, Any]) -> None:
    """Replace the hotkey's commitment; the chain reveals locked fields later."""
    who = ensure_signed(origin)
    ensure(is_registered(ctx, netuid, who), commitments.errors.AccountNotAllowedCommit)
    fields = info["fields"]
    most = ctx.constant(commitments.constants.MaxFields)
    ensure(len(fields) <= most, commitments.errors.TooManyFieldsInCommitmentInfo)
    key = (netuid, who)
    if RESET_BONDS in fields:
        ctx.put(commitments.storage.LastBondsReset, key, ctx.block_number)
        bonds.reset(ctx, netuid, who)
    _use_space(ctx, key, max(sum(map(space, fields)), LEAST_SPACE))
    old = ctx.get(commitments.storage.CommitmentOf, key)
    registration = {
        "deposit": _settle_deposit(ctx, who, 0 if old is None else old["deposit"], len(fields)),
        "block": ctx.block_number,
        "info": info,
    }
    ctx.put(commitments.storage.CommitmentOf, key, registration)
    ctx.put(commitments.storage.LastCommitment, key, ctx.block_number)
    rounds = [number for number in map(reveal_round, fields) if number is not None]
    if rounds:
        ctx.emit(commitments.events.TimelockCommitment, netuid, who, rounds[0])
        timelocked_index.add(ctx, key)
    else:
        ctx.emit(commitments.events.Commitment, netuid, who)
        timelocked_index.discard(ctx, key)


def _use_space(ctx: Context, key: tuple[int, bytes], needed: int) -> None:
    """Count the bytes in the subnet's current epoch; a new epoch starts from zero."""
    epoch = ctx.get(subtensor.SubnetEpochIndex, key[0])
    usage = ctx.get(commitments.storage.UsedSpaceOf, key)
    used = usage["used_space"] if usage is not None and usage["last_epoch"] == epoch else 0
    most = ctx.get(commitments.storage.MaxSpace)
    ensure(used + needed <= most, commitments.errors.SpaceLimitExceeded)
    tracker = {"last_epoch": epoch, "used_space": used + needed}
    ctx.put(commitments.storage.UsedSpaceOf, key, tracker)


def _settle_deposit(ctx: Context, who: bytes, old: int, fields: int) -> int:
    """Adjust the reserved deposit; return the new deposit in rao."""
    each = ctx.constant(commitments.constants.FieldDeposit)
    deposit = ctx.constant(commitments.constants.InitialDeposit) + each * fields
    if deposit > old:
        currency.reserve(ctx, who, deposit - old)
    elif old > deposit:
        left = currency.unreserve(ctx, who, old - deposit)
        ensure(left == 0, commitments.errors.UnexpectedUnreserveLeftover)
    return deposit
