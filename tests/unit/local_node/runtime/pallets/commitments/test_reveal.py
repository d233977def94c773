from __future__ import annotations

from chain_spec.pallets import drand, system
from chain_spec.pallets.subtensor import storage as subtensor
from local_node.runtime.frame import Context
from local_node.runtime.pallets.commitments.reveal import reveal
from tests.unit.local_node.runtime.pallets.calling import events_of, state
from tests.unit.local_node.runtime.pallets.commitments.commitments import (
    BEACON,
    MINER,
    NETUID,
    commit,
    locked,
    raw,
    storage,
)

READ, WRITE = 25_000_000, 100_000_000


def pulse(ctx: Context, number: int) -> None:
    ctx.put(drand.storage.Pulses, number, BEACON.pulse(number))


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


def test_a_signature_in_hexadecimal_dress_counts_too(ctx: Context) -> None:
    commit(ctx, locked(b"m", 50))
    dressed = {**BEACON.pulse(50), "signature": b"0x" + BEACON.pulse(50)["signature"]}
    ctx.put(drand.storage.Pulses, 50, dressed)
    reveal(ctx)
    assert ctx.get(storage.RevealedCommitments, (NETUID, MINER)) == [(b"m", 20)]
