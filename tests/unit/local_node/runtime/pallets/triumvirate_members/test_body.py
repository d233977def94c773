"""The members, and the council that follows them."""

from __future__ import annotations

from chain_spec.pallets import triumvirate, triumvirate_members
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, key, refused
from tests.unit.local_node.runtime.support import default_genesis, fresh_context


def test_the_council_is_whoever_the_members_are() -> None:
    ctx = fresh_context("dev", default_genesis())
    for number in (3, 1, 2):
        dispatch(ctx, root, "TriumvirateMembers", "add_member", who=("Id", key(number)))
    everybody = [key(1), key(2), key(3)]
    assert ctx.get(triumvirate_members.storage.Members) == everybody
    assert ctx.get(triumvirate.storage.Members) == everybody
    with refused(ctx, triumvirate_members.errors.TooManyMembers):
        dispatch(ctx, root, "TriumvirateMembers", "add_member", who=("Id", key(4)))
    dispatch(ctx, root, "TriumvirateMembers", "set_prime", who=("Id", key(2)))
    assert ctx.get(triumvirate.storage.Prime) == key(2)
    dispatch(ctx, root, "TriumvirateMembers", "remove_member", who=("Id", key(2)))
    assert ctx.get(triumvirate.storage.Members) == [key(1), key(3)]
    assert ctx.get(triumvirate.storage.Prime) is None
