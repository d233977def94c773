from __future__ import annotations

from chain_spec.pallets import system
from chain_spec.pallets.subtensor import storage as subtensor
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none, root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, refused
from tests.unit.local_node.runtime.pallets.commitments.commitments import (
    MINER,
    NETUID,
    OTHER,
    STRANGER,
    commit,
    errors,
    raw,
    storage,
    used,
)


def test_a_commitment_is_kept(ctx: Context) -> None:
    commit(ctx, raw(5), ("Sha256", bytes(32)))
    assert ctx.get(storage.CommitmentOf, (NETUID, MINER)) == {
        "deposit": 0,
        "block": 20,
        "info": {"fields": [raw(5), ("Sha256", bytes(32))]},
    }
    assert ctx.get(storage.LastCommitment, (NETUID, MINER)) == 20
    made = ("Commitment", {"netuid": NETUID, "who": MINER})
    assert events_of(ctx, "Commitments") == [made]
    ctx.set(system.storage.Number, 30)
    commit(ctx, raw(1))
    registration = ctx.get(storage.CommitmentOf, (NETUID, MINER))
    assert registration is not None
    assert (registration["block"], registration["info"]["fields"]) == (30, [raw(1)])


def test_who_may_not_commit(ctx: Context) -> None:
    with refused(ctx, errors.AccountNotAllowedCommit):
        commit(ctx, raw(1), who=STRANGER)
    with refused(ctx, errors.AccountNotAllowedCommit):
        commit(ctx, raw(1), netuid=9)
    with refused(ctx, BAD_ORIGIN):
        commit(ctx, raw(1), who=none)
    with refused(ctx, errors.TooManyFieldsInCommitmentInfo):
        commit(ctx, *[raw(1)] * 4)


def test_space_is_limited_in_an_epoch(ctx: Context) -> None:
    big = [("BigRaw", bytes(512))] * 3
    commit(ctx, *big)
    commit(ctx, *big)
    assert used(ctx) == 3_072
    with refused(ctx, errors.SpaceLimitExceeded):
        commit(ctx)
    commit(ctx, who=OTHER)
    assert used(ctx, OTHER) == 100
    ctx.put(subtensor.SubnetEpochIndex, NETUID, 1)
    commit(ctx)
    assert ctx.get(storage.UsedSpaceOf, (NETUID, MINER)) == {"last_epoch": 1, "used_space": 100}
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, MINER, "Commitments", "set_max_space", new_limit=5_000)
    dispatch(ctx, root, "Commitments", "set_max_space", new_limit=150)
    with refused(ctx, errors.SpaceLimitExceeded):
        commit(ctx)


def test_a_commitment_costs_nothing(ctx: Context) -> None:
    info = ctx.runtime.dispatch_info(
        ("Commitments", ("set_commitment", {"netuid": 1, "info": {"fields": []}}))
    )
    assert not info.pays
