"""`Utility.as_derivative`: a call of an account derived from the signer's."""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure_signed
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.outcome import attempt


def derivative_account(who: bytes, index: int) -> bytes:
    """The account number `index` of `who` (`modlpy/utilisuba`)."""
    return blake2_256(b"modlpy/utilisuba" + who + index.to_bytes(2, "little"))


def as_derivative(ctx: Context, origin: Origin, index: int, call: CallValue) -> PostDispatch:
    """The origin's filters apply; the call fails with the inner call's error."""
    who = ensure_signed(origin)
    caller = ("system", ("Signed", derivative_account(who, index)))
    outcome = attempt(ctx, call, origin.with_caller(caller))
    own = ctx.runtime.own_weight("Utility", "as_derivative", {})
    post = PostDispatch(own.plus(outcome.weight))
    if outcome.failure is not None:
        outcome.failure.post = post
        raise outcome.failure
    return post
