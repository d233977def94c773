from __future__ import annotations

from typing import Any

from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import (
    A,
    B,
    D,
    council,
    errors,
    propose,
    storage,
    vote,
)


def test_root_names_the_council(ctx: Context) -> None:
    digest = propose(ctx, 2)
    vote(ctx, A, digest, True)
    vote(ctx, B, digest, False)
    args: dict[str, Any] = {"new_members": [D, B], "prime": A, "old_count": 3}
    with refused(ctx, errors.PrimeAccountNotMember):
        council(ctx, root, "set_members", **args)
    with refused(ctx, BAD_ORIGIN):
        council(ctx, A, "set_members", **args)
    council(ctx, root, "set_members", **{**args, "prime": D})
    assert ctx.get(storage.Members) == sorted([D, B])
    assert ctx.get(storage.Prime) == D
    motion = ctx.get(storage.Voting, digest)
    assert motion is not None
    assert (motion["ayes"], motion["nays"]) == ([], [B])
