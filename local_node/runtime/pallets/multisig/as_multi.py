"""`Multisig.as_multi` and `Multisig.approve_as_multi`: approvals of a call, one by one.

The first approval opens the operation and pays its deposit. The last one dispatches the call and
returns the deposit. An approval that is not the last needs only the hash of the call.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import multisig as declared
from local_node.runtime.frame import (
    Context,
    DispatchFailure,
    Origin,
    PostDispatch,
    Weight,
    ensure,
    ensure_signed,
)
from local_node.runtime.frame.origin import CallValue, signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.multisig.signatories import account_of, deposit
from local_node.runtime.pallets.system.block import extrinsic_index
from local_node.runtime.weights import reported

Timepoint = dict[str, int]
"""`height` and `index`: the block, and the extrinsic in it, that opened an operation."""


def as_multi(
    ctx: Context,
    origin: Origin,
    threshold: int,
    other_signatories: list[bytes],
    maybe_timepoint: Timepoint | None,
    call: CallValue,
    max_weight: dict[str, int],
) -> PostDispatch:
    """Approve with the whole call; the last approval dispatches it."""
    who = ensure_signed(origin)
    account = account_of(ctx, who, other_signatories, threshold)
    encoded = ctx.runtime.encode_call(call)
    key = (account, blake2_256(encoded))
    length, others = len(encoded), len(other_signatories)
    operation = _under_way(ctx, key, maybe_timepoint)
    if operation is None:
        _begin(ctx, key, who, threshold)
        return PostDispatch(reported.multisig_create(others, length))
    if _approvals_with(operation, who, threshold) < threshold:
        _approve(ctx, key, who, operation, threshold)
        return PostDispatch(reported.multisig_approve(others, length))
    weight = ctx.runtime.dispatch_info(call).call_weight
    limit = Weight(max_weight["ref_time"], max_weight["proof_size"])
    ensure(not weight.exceeds(limit), declared.errors.MaxWeightTooLow)
    used = _execute(ctx, key, who, operation, call)
    complete = reported.multisig_complete(others, length)
    return PostDispatch(None if used is None else complete.plus(used))


def approve_as_multi(
    ctx: Context,
    origin: Origin,
    threshold: int,
    other_signatories: list[bytes],
    maybe_timepoint: Timepoint | None,
    call_hash: bytes,
    max_weight: dict[str, int],
) -> PostDispatch:
    """Approve by the hash of the call; never dispatches it."""
    who = ensure_signed(origin)
    key = (account_of(ctx, who, other_signatories, threshold), call_hash)
    others = len(other_signatories)
    operation = _under_way(ctx, key, maybe_timepoint)
    if operation is None:
        _begin(ctx, key, who, threshold)
        return PostDispatch(reported.multisig_create(others, 0))
    _approve(ctx, key, who, operation, threshold)
    return PostDispatch(reported.multisig_approve(others, 0))


def _under_way(
    ctx: Context, key: tuple[bytes, bytes], timepoint: Timepoint | None
) -> dict[str, Any] | None:
    """The open operation, which must match the timepoint; None (for both) before it is open."""
    operation: dict[str, Any] | None = ctx.get(declared.storage.Multisigs, key)
    if operation is None:
        ensure(timepoint is None, declared.errors.UnexpectedTimepoint)
        return None
    ensure(timepoint is not None, declared.errors.NoTimepoint)
    ensure(operation["when"] == timepoint, declared.errors.WrongTimepoint)
    return operation


def _begin(ctx: Context, key: tuple[bytes, bytes], who: bytes, threshold: int) -> None:
    amount = deposit(ctx, threshold)
    currency.reserve(ctx, who, amount)
    operation = {
        "when": {"height": ctx.block_number, "index": extrinsic_index(ctx)},
        "deposit": amount,
        "depositor": who,
        "approvals": [who],
    }
    ctx.put(declared.storage.Multisigs, key, operation)
    ctx.emit(declared.events.NewMultisig, approving=who, multisig=key[0], call_hash=key[1])


def _approvals_with(operation: dict[str, Any], who: bytes, threshold: int) -> int:
    """The number of approvals with this one, if it is new and still needed."""
    count = len(operation["approvals"])
    return count + (count < threshold and who not in operation["approvals"])


def _approve(
    ctx: Context, key: tuple[bytes, bytes], who: bytes, operation: dict[str, Any], threshold: int
) -> None:
    approvals: list[bytes] = operation["approvals"]
    needed = _approvals_with(operation, who, threshold) > len(approvals)
    ensure(needed, declared.errors.AlreadyApproved)
    approvals.insert(bisect_left(approvals, who), who)
    ctx.put(declared.storage.Multisigs, key, operation)
    ctx.emit(
        declared.events.MultisigApproval,
        approving=who,
        timepoint=operation["when"],
        multisig=key[0],
        call_hash=key[1],
    )


def _execute(
    ctx: Context,
    key: tuple[bytes, bytes],
    who: bytes,
    operation: dict[str, Any],
    call: CallValue,
) -> Weight | None:
    """Dispatch the call in the multisig's name; return the weight that it reports."""
    # removed before the call runs, so that the call cannot enter it again
    ctx.remove(declared.storage.Multisigs, key)
    currency.unreserve(ctx, operation["depositor"], operation["deposit"])
    result: tuple[str, Any] = ("Ok", ())
    post: PostDispatch | None
    try:
        post = ctx.dispatch(call, signed(key[0]))
    except DispatchFailure as failure:
        result, post = ("Err", ctx.schema.error_value(failure.error)), failure.post
    ctx.emit(
        declared.events.MultisigExecuted,
        approving=who,
        timepoint=operation["when"],
        multisig=key[0],
        call_hash=key[1],
        result=result,
    )
    return None if post is None else post.weight
