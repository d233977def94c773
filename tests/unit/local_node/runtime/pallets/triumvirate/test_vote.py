from __future__ import annotations

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import A, D, errors, propose, vote


def test_votes_are_refused(ctx: Context) -> None:
    digest = propose(ctx, 2)
    with refused(ctx, errors.NotMember):
        vote(ctx, D, digest, True)
    with refused(ctx, errors.ProposalMissing):
        vote(ctx, A, bytes(32), True)
    with refused(ctx, errors.WrongIndex):
        vote(ctx, A, digest, True, index=1)
    vote(ctx, A, digest, True)
    with refused(ctx, errors.DuplicateVote):
        vote(ctx, A, digest, True)
