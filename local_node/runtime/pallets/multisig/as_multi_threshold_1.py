"""`Multisig.as_multi_threshold_1`: a call of a multisig with threshold one."""

from __future__ import annotations

from local_node.runtime.frame import Context, DispatchFailure, Origin, PostDispatch, ensure_signed
from local_node.runtime.frame.origin import CallValue, signed
from local_node.runtime.pallets.multisig.signatories import all_signatories, multi_account
from local_node.runtime.weights.reported import multisig_threshold_1


def as_multi_threshold_1(
    ctx: Context, origin: Origin, other_signatories: list[bytes], call: CallValue
) -> PostDispatch:
    """Store nothing; fail with the inner call's error."""
    who = ensure_signed(origin)
    account = multi_account(all_signatories(ctx, who, other_signatories), 1)
    own = multisig_threshold_1(len(ctx.runtime.encode_call(call)))
    try:
        post = ctx.dispatch(call, signed(account))
    except DispatchFailure as failure:
        if failure.post is not None and failure.post.weight is not None:
            failure.post = PostDispatch(own.plus(failure.post.weight))
        raise
    return PostDispatch(None if post.weight is None else own.plus(post.weight))
