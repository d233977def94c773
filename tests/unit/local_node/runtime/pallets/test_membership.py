"""The pallets of members, by dispatch."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import senate_members, triumvirate_members
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import A, B, C, D, genesis, storage
from tests.unit.local_node.runtime.support import default_genesis, fresh_context


@pytest.fixture
def ctx() -> Context:
    """A council and no senate: Substrate's collective as it stands."""
    return fresh_context("dev", genesis(senate=False), block=5)


@pytest.mark.parametrize(("pallet", "most"), [("TriumvirateMembers", 3), ("SenateMembers", 12)])
def test_membership(pallet: str, most: int) -> None:
    ctx = fresh_context("dev", {**default_genesis()})
    declared = triumvirate_members if pallet == "TriumvirateMembers" else senate_members
    follows = pallet == "TriumvirateMembers"

    def run(name: str, origin: Any = root, **args: Any) -> None:
        dispatch(ctx, origin, pallet, name, **args)

    def members(expected: list[bytes]) -> None:
        assert ctx.get(declared.storage.Members) == sorted(expected)
        assert ctx.get(storage.Members) == (sorted(expected) if follows else [])

    with refused(ctx, BAD_ORIGIN):
        run("add_member", A, who=("Id", B))
    run("add_member", who=("Id", B))
    run("add_member", who=("Id", A))
    members([A, B])
    with refused(ctx, declared.errors.AlreadyMember):
        run("add_member", who=("Id", A))
    with refused(ctx, declared.errors.NotMember):
        run("remove_member", who=("Id", C))
    with refused(ctx, "CannotLookup"):
        run("remove_member", who=("Index", ()))
    run("remove_member", who=("Id", B))
    members([A])
    run("swap_member", remove=("Id", A), add=("Id", C))
    members([C])
    run("swap_member", remove=("Id", D), add=("Id", D))
    with refused(ctx, declared.errors.NotMember):
        run("swap_member", remove=("Id", A), add=("Id", B))
    run("set_prime", who=("Id", C))
    with refused(ctx, declared.errors.NotMember):
        run("set_prime", who=("Id", A))
    run("change_key", C, new=("Id", D))
    members([D])
    assert ctx.get(declared.storage.Prime) == D
    assert ctx.get(storage.Prime) == (D if follows else None)
    run("add_member", who=("Id", A))
    assert ctx.get(declared.storage.Prime) == D
    with refused(ctx, declared.errors.NotMember):
        run("change_key", B, new=("Id", C))
    with refused(ctx, declared.errors.AlreadyMember):
        run("change_key", A, new=("Id", D))
    with refused(ctx, declared.errors.TooManyMembers):
        run("reset_members", members=[key(n) for n in range(most + 1)])
    run("reset_members", members=[key(n) for n in reversed(range(most))])
    members([key(n) for n in range(most)])
    assert ctx.get(declared.storage.Prime) is None
    with refused(ctx, declared.errors.TooManyMembers):
        run("add_member", who=("Id", A))
    run("set_prime", who=("Id", key(1)))
    run("clear_prime")
    assert ctx.get(declared.storage.Prime) is None
    names = [name for name, _ in events_of(ctx, pallet)]
    assert names == [
        "MemberAdded",
        "MemberAdded",
        "MemberRemoved",
        "MembersSwapped",
        "KeyChanged",
        "MemberAdded",
        "MembersReset",
    ]
