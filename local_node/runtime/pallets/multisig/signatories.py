"""The signatories of a multisig, and their common account."""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import multisig as declared
from local_node.runtime.frame import Context, ensure


def multi_account(signatories: list[bytes], threshold: int) -> bytes:
    """The account of sorted signatories with this threshold."""
    entropy = b"modlpy/utilisuba" + compact_encode(len(signatories)) + b"".join(signatories)
    return blake2_256(entropy + threshold.to_bytes(2, "little"))


def account_of(ctx: Context, who: bytes, others: list[bytes], threshold: int) -> bytes:
    """The account of the signer and the others, for calls with a threshold above one."""
    ensure(threshold >= 2, declared.errors.MinimumThreshold)
    return multi_account(all_signatories(ctx, who, others), threshold)


def all_signatories(ctx: Context, who: bytes, others: list[bytes]) -> list[bytes]:
    """The others plus the signer in its place; they must be sorted and not contain it."""
    errors = declared.errors
    ensure(others, errors.TooFewSignatories)
    limit = ctx.constant(declared.constants.MaxSignatories)
    ensure(len(others) < limit, errors.TooManySignatories)
    for place, other in enumerate(others):
        ensure(place == 0 or others[place - 1] < other, errors.SignatoriesOutOfOrder)
        ensure(other != who, errors.SenderInSignatories)
    return sorted([*others, who])


def deposit(ctx: Context, threshold: int) -> int:
    """The deposit of an open operation, in rao."""
    constants = declared.constants
    return ctx.constant(constants.DepositBase) + ctx.constant(constants.DepositFactor) * threshold
