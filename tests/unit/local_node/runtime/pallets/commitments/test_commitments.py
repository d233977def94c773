"""Commitments: who may make them, what space they take, and how locked ones are revealed."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.timelock import encryption
from chain_spec.pallets import commitments, drand, system
from chain_spec.pallets.subtensor import storage as subtensor
from local_node.embedded.drand_beacon import DevelopmentBeacon
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none, root
from local_node.runtime.pallets.commitments.reveal import reveal
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused, state
from tests.unit.local_node.runtime.support import fresh_context

NETUID = 1
MINER, OTHER, STRANGER = key(1), key(2), key(3)
BEACON = DevelopmentBeacon()
storage, errors = commitments.storage, commitments.errors
READ, WRITE = 25_000_000, 100_000_000


@pytest.fixture
def ctx() -> Context:
    ctx = fresh_context(block=20)
    append_neuron(ctx, NETUID, MINER, 1)
    append_neuron(ctx, NETUID, OTHER, 1)
    return ctx


def commit(ctx: Context, *fields: Any, who: Any = MINER, netuid: int = NETUID) -> None:
    info = {"fields": list(fields)}
    dispatch(ctx, who, "Commitments", "set_commitment", netuid=netuid, info=info)


def raw(size: int) -> Any:
    return (f"Raw{size}", b"x" * size)


def locked(message: bytes, number: int) -> Any:
    content = encryption.encrypt(message, number, BEACON.public_key)
    return ("TimelockEncrypted", {"encrypted": content, "reveal_round": number})


def pulse(ctx: Context, number: int) -> None:
    ctx.put(drand.storage.Pulses, number, BEACON.pulse(number))


def used(ctx: Context, who: bytes = MINER) -> int:
    usage = ctx.get(storage.UsedSpaceOf, (NETUID, who))
    assert usage is not None
    return int(usage["used_space"])


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


@pytest.mark.parametrize(
    ("fields", "space"),
    [
        ([], 100),
        (["None"], 100),
        ([raw(99)], 100),
        ([raw(128), raw(2)], 130),
        ([("BlakeTwo256", bytes(32)), ("BigRaw", bytes(500)), raw(0)], 532),
        ([("TimelockEncrypted", {"encrypted": bytes(1_000), "reveal_round": 9})], 1_000),
    ],
)
def test_space(ctx: Context, fields: list[Any], space: int) -> None:
    commit(ctx, *fields)
    assert used(ctx) == space


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


def test_the_flag_resets_bonds_where_the_subnet_wants_it(ctx: Context) -> None:
    bonds = [(0, 11), (1, 22)]
    for holder in (0, 1):
        ctx.put(subtensor.Bonds, (NETUID, holder), bonds)
    commit(ctx, "ResetBondsFlag")
    assert ctx.get(storage.LastBondsReset, (NETUID, MINER)) == 20
    assert ctx.get(subtensor.Bonds, (NETUID, 0)) == bonds
    ctx.put(subtensor.BondsResetOn, NETUID, True)
    commit(ctx, raw(1))
    assert ctx.get(subtensor.Bonds, (NETUID, 0)) == bonds
    uid = ctx.get(subtensor.Uids, (NETUID, MINER))
    commit(ctx, raw(1), "ResetBondsFlag")
    rest = [bond for bond in bonds if bond[0] != uid]
    assert len(rest) < 2
    for holder in (0, 1):
        assert ctx.get(subtensor.Bonds, (NETUID, holder)) == rest


def test_a_commitment_costs_nothing(ctx: Context) -> None:
    info = ctx.runtime.dispatch_info(
        ("Commitments", ("set_commitment", {"netuid": 1, "info": {"fields": []}}))
    )
    assert not info.pays


# -- locked ones ----------------------------------------------------------------------------------


def test_a_locked_field_is_revealed_with_its_pulse(ctx: Context) -> None:
    commit(ctx, locked(b"secret", 50), raw(3))
    made = {"netuid": NETUID, "who": MINER, "reveal_round": 50}
    assert events_of(ctx, "Commitments") == [("TimelockCommitment", made)]
    assert ctx.get(storage.TimelockedIndex) == [(NETUID, MINER)]
    before = state(ctx)
    assert reveal(ctx).ref_time == 3 * READ
    assert state(ctx) == before
    pulse(ctx, 50)
    ctx.set(system.storage.Number, 25)
    reveal(ctx)
    assert ctx.get(storage.RevealedCommitments, (NETUID, MINER)) == [(b"secret", 25)]
    assert events_of(ctx, "Commitments")[-1] == (
        "CommitmentRevealed",
        {"netuid": NETUID, "who": MINER},
    )
    registration = ctx.get(storage.CommitmentOf, (NETUID, MINER))
    assert registration is not None
    assert registration["info"]["fields"] == [raw(3)]
    assert ctx.get(storage.TimelockedIndex) == []
    assert reveal(ctx).ref_time == READ


def test_a_commitment_of_nothing_else_is_gone_then(ctx: Context) -> None:
    commit(ctx, locked(b"one", 50), locked(b"two", 51))
    pulse(ctx, 50)
    reveal(ctx)
    registration = ctx.get(storage.CommitmentOf, (NETUID, MINER))
    assert registration is not None
    assert len(registration["info"]["fields"]) == 1
    assert ctx.get(storage.TimelockedIndex) == [(NETUID, MINER)]
    pulse(ctx, 51)
    weight = reveal(ctx)
    # index, commitment, pulse, reveals and the index again; reveals, commitment and index
    assert weight.ref_time == 5 * READ + 3 * WRITE
    assert ctx.get(storage.CommitmentOf, (NETUID, MINER)) is None
    assert ctx.get(storage.RevealedCommitments, (NETUID, MINER)) == [(b"one", 20), (b"two", 20)]


def test_what_does_not_open_is_dropped(ctx: Context) -> None:
    good = locked(b"good", 50)
    junk = ("TimelockEncrypted", {"encrypted": b"junk", "reveal_round": 50})
    wrong = ("TimelockEncrypted", {"encrypted": good[1]["encrypted"], "reveal_round": 51})
    commit(ctx, junk, wrong, good)
    pulse(ctx, 50)
    pulse(ctx, 51)
    reveal(ctx)
    assert ctx.get(storage.RevealedCommitments, (NETUID, MINER)) == [(b"good", 20)]
    commit(ctx, locked(b"", 50))
    reveal(ctx)
    assert ctx.get(storage.RevealedCommitments, (NETUID, MINER)) == [(b"good", 20)]
    assert ctx.get(storage.CommitmentOf, (NETUID, MINER)) is None


def test_the_ten_newest_reveals_stay(ctx: Context) -> None:
    pulse(ctx, 50)
    for number in range(6):
        ctx.put(subtensor.SubnetEpochIndex, NETUID, number)
        commit(ctx, locked(b"%da" % number, 50), locked(b"%db" % number, 50))
        reveal(ctx)
    reveals = ctx.get(storage.RevealedCommitments, (NETUID, MINER))
    assert reveals is not None
    expected = [b"%d%c" % (n, side) for n in range(1, 6) for side in b"ab"]
    assert [content for content, _ in reveals] == expected


def test_the_index_is_an_ordered_set(ctx: Context) -> None:
    for who in (OTHER, MINER, OTHER):
        commit(ctx, locked(b"m", 50), who=who)
    assert ctx.get(storage.TimelockedIndex) == [(NETUID, MINER), (NETUID, OTHER)]
    commit(ctx, raw(1), who=MINER)
    assert ctx.get(storage.TimelockedIndex) == [(NETUID, OTHER)]
    ctx.remove(storage.CommitmentOf, (NETUID, OTHER))
    reveal(ctx)
    assert ctx.get(storage.TimelockedIndex) == []


def test_a_signature_in_hexadecimal_dress_counts_too(ctx: Context) -> None:
    commit(ctx, locked(b"m", 50))
    dressed = {**BEACON.pulse(50), "signature": b"0x" + BEACON.pulse(50)["signature"]}
    ctx.put(drand.storage.Pulses, 50, dressed)
    reveal(ctx)
    assert ctx.get(storage.RevealedCommitments, (NETUID, MINER)) == [(b"m", 20)]
