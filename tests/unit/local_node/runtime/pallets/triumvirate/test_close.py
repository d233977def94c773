from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import (
    A,
    B,
    C,
    close,
    council,
    errors,
    executed,
    names,
    propose,
    storage,
    vote,
)


def test_a_motion_passes_and_acts_as_root(ctx: Context) -> None:
    digest = propose(ctx, threshold=2)
    assert ctx.get(storage.Proposals) == [digest]
    assert ctx.get(storage.Voting, digest) == {
        "index": 0,
        "threshold": 2,
        "ayes": [],
        "nays": [],
        "end": 105,
    }
    assert vote(ctx, A, digest, True).pays is False
    with refused(ctx, errors.TooEarly):
        close(ctx, digest)
    assert vote(ctx, B, digest, False).pays is False
    assert vote(ctx, B, digest, True).pays is True
    voted = {"account": B, "proposal_hash": digest, "voted": True, "yes": 2, "no": 0}
    assert events_of(ctx, "Triumvirate")[-1] == ("Voted", voted)
    post = close(ctx, digest)
    assert names(ctx)[-4:-1] == ["Voted", "Closed", "Approved"]
    assert executed(ctx) == ("Ok", ())
    assert post.pays is None
    assert ctx.ext.get(b"motion") == b"\x01"
    assert ctx.get(storage.Proposals) == []
    assert not ctx.contains(storage.Voting, digest)
    assert not ctx.contains(storage.ProposalOf, digest)
    assert ctx.get(storage.ProposalCount) == 1


def test_a_motion_fails_as_soon_as_it_cannot_pass(ctx: Context) -> None:
    digest = propose(ctx, threshold=2)
    vote(ctx, A, digest, False)
    vote(ctx, C, digest, False)
    assert close(ctx, digest).pays is False
    assert names(ctx)[-2:] == ["Closed", "Disapproved"]
    assert ctx.ext.get(b"motion") is None
    assert ctx.get(storage.Proposals) == []


def test_who_does_not_vote_says_no_unless_the_prime_member_said_aye(ctx: Context) -> None:
    for prime in (None, A):
        if prime is not None:
            dispatch(ctx, root, "TriumvirateMembers", "set_prime", who=("Id", prime))
        index = ctx.get(storage.ProposalCount)
        digest = propose(ctx, threshold=3)
        vote(ctx, A, digest, True, index)
        ctx.set(system.storage.Number, ctx.block_number + 99)
        with refused(ctx, errors.TooEarly):
            close(ctx, digest, index)
        ctx.set(system.storage.Number, ctx.block_number + 1)
        close(ctx, digest, index)
        assert ctx.ext.get(b"motion") == (None if prime is None else b"\x01")
    closed = [fields for name, fields in events_of(ctx, "Triumvirate") if name == "Closed"]
    assert [(c["yes"], c["no"]) for c in closed] == [(1, 2), (3, 0)]


def test_a_closer_must_reckon_with_the_whole_call(ctx: Context) -> None:
    digest = propose(ctx, 2)
    vote(ctx, A, digest, True)
    vote(ctx, B, digest, True)
    with refused(ctx, errors.WrongProposalLength):
        close(ctx, digest, length_bound=3)
    with refused(ctx, errors.WrongProposalWeight):
        close(ctx, digest, proposal_weight_bound={"ref_time": 1, "proof_size": 0})
    with refused(ctx, errors.ProposalMissing):
        close(ctx, bytes(32))


def test_root_drops_a_motion(ctx: Context) -> None:
    digest = propose(ctx, 2)
    with refused(ctx, BAD_ORIGIN):
        council(ctx, A, "disapprove_proposal", proposal_hash=digest)
    council(ctx, root, "disapprove_proposal", proposal_hash=digest)
    assert names(ctx)[-1] == "Disapproved"
    assert ctx.get(storage.Proposals) == []
