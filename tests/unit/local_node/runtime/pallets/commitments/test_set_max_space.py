"""The space of all commitments of an epoch."""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, key, refused
from tests.unit.local_node.runtime.support import fresh_context


def test_root_alone_sets_it() -> None:
    ctx = fresh_context()
    with refused(ctx, "BadOrigin"):
        dispatch(ctx, key(1), "Commitments", "set_max_space", new_limit=7)
    dispatch(ctx, root, "Commitments", "set_max_space", new_limit=7)
    assert ctx.get(commitments.storage.MaxSpace) == 7
