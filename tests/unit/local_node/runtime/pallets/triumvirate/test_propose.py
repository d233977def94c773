from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import (
    A,
    B,
    D,
    council,
    errors,
    executed,
    names,
    propose,
    set_storage,
)


def test_a_minority_is_not_root(ctx: Context) -> None:
    """A threshold of one is carried out at once, with a third of the seats behind it."""
    propose(ctx, threshold=1)
    assert executed(ctx) == ("Err", "BadOrigin")
    assert ctx.ext.get(b"motion") is None
    assert names(ctx) == ["Executed"]


def test_a_council_of_one_is_its_own_majority(ctx: Context) -> None:
    dispatch(ctx, root, "TriumvirateMembers", "reset_members", members=[A])
    propose(ctx, threshold=1)
    assert executed(ctx) == ("Ok", ())


def test_one_member_executes_in_its_own_origin(ctx: Context) -> None:
    args = {"proposal": set_storage(), "length_bound": 1_000}
    with refused(ctx, errors.NotMember):
        council(ctx, D, "execute", **args)
    council(ctx, A, "execute", **args)
    (name, fields), *_ = events_of(ctx, "Triumvirate")
    assert (name, fields["result"]) == ("MemberExecuted", ("Err", "BadOrigin"))


def test_proposals_are_refused(ctx: Context) -> None:
    with refused(ctx, errors.NotMember):
        propose(ctx, 2, who=D)
    with refused(ctx, errors.WrongProposalLength):
        council(ctx, A, "propose", threshold=2, proposal=set_storage(), length_bound=5)
    propose(ctx, 2)
    with refused(ctx, errors.DuplicateProposal):
        propose(ctx, 2, who=B)
    for n in range(9):
        propose(ctx, 2, proposal=set_storage(bytes([n]) * 2))
    with refused(ctx, errors.TooManyProposals):
        propose(ctx, 2, proposal=set_storage(b"more"))
