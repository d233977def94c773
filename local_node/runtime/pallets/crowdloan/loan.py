"""The shared code of Crowdloan's calls: the lookup, account, creator's check and end of a loan.

Invariant: the funds account holds what is `raised` until the loan is finalized, and `raised` is the
sum of `Contributions`.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, fail

Loan = dict[str, Any]


def funds_account(ctx: Context, loan_id: int) -> bytes:
    """The account of a loan: `modl`, the pallet's id and the loan's id, padded with zeros."""
    pallet_id: bytes = ctx.constant(crowdloan.constants.PalletId)
    return (b"modl" + pallet_id + loan_id.to_bytes(4, "little")).ljust(32, b"\0")


def find(ctx: Context, loan_id: int) -> Loan:
    """The loan; fails with `InvalidCrowdloanId`."""
    loan: Loan | None = ctx.get(crowdloan.storage.Crowdloans, loan_id)
    if loan is None:
        raise fail(crowdloan.errors.InvalidCrowdloanId)
    return loan


def open_for_creator(ctx: Context, origin: Origin, loan_id: int) -> Loan:
    """A loan that is not finalized; fails unless its creator signed."""
    who = ensure_signed(origin)
    loan = find(ctx, loan_id)
    ensure(not loan["finalized"], crowdloan.errors.AlreadyFinalized)
    ensure(who == loan["creator"], crowdloan.errors.InvalidOrigin)
    return loan


def contribution(ctx: Context, loan_id: int, who: bytes) -> int:
    """The contribution of an account in rao, or zero."""
    return ctx.get(crowdloan.storage.Contributions, (loan_id, who)) or 0


def ensure_valid_end(ctx: Context, end: int) -> None:
    """Require an end in the future, within the minimum and maximum duration."""
    duration = end - ctx.block_number
    ensure(duration > 0, crowdloan.errors.CannotEndInPast)
    shortest = ctx.constant(crowdloan.constants.MinimumBlockDuration)
    ensure(duration >= shortest, crowdloan.errors.BlockDurationTooShort)
    longest = ctx.constant(crowdloan.constants.MaximumBlockDuration)
    ensure(duration <= longest, crowdloan.errors.BlockDurationTooLong)
