from __future__ import annotations

from typing import Any

from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, refused
from tests.unit.local_node.runtime.pallets.drand.pulses import (
    BEACON,
    VECTORS,
    errors,
    payload,
    rounds,
    storage,
)
from tests.unit.local_node.runtime.support import ALICE, Node, fresh_context

PULSE_1000 = {
    "round": 1000,
    "randomness": bytes.fromhex(VECTORS["randomness"]),
    "signature": bytes.fromhex(VECTORS["signature"]),
}


def write(ctx: Context, *pulses: dict[str, Any], origin: Any = none) -> None:
    dispatch(ctx, origin, "Drand", "write_pulse", pulses_payload=payload(*pulses), signature=None)


def test_a_pulse_of_quicknet_on_a_chain_that_goes_by_it() -> None:
    ctx = fresh_context("fast")
    write(ctx, PULSE_1000)
    assert ctx.get(storage.Pulses, 1000) == PULSE_1000
    assert rounds(ctx) == (1000, 1000)
    assert events_of(ctx, "Drand") == [("NewPulse", {"rounds": [1000]})]


def test_pulses_follow_each_other(ctx: Context) -> None:
    write(ctx, *map(BEACON.pulse, (5, 6, 9)))
    assert rounds(ctx) == (5, 9)
    assert ctx.get(storage.NextUnsignedAt) == 7
    for number in (9, 8):
        with refused(ctx, errors.InvalidRoundNumber):
            write(ctx, BEACON.pulse(number))
    with refused(ctx, errors.InvalidRoundNumber):
        write(ctx, BEACON.pulse(11), BEACON.pulse(10))
    write(ctx, BEACON.pulse(10))
    assert rounds(ctx) == (5, 10)
    assert sorted(ctx.keys(storage.Pulses)) == [5, 6, 9, 10]


def test_what_is_not_the_beacons_is_passed_over(ctx: Context) -> None:
    forged = {**BEACON.pulse(6), "round": 5}
    write(ctx, PULSE_1000, forged)
    assert rounds(ctx) == (0, 0)
    assert events_of(ctx, "Drand") == []
    with refused(ctx, errors.PulseVerificationError):
        write(ctx, {**BEACON.pulse(5), "signature": bytes(48)})
    with refused(ctx, BAD_ORIGIN):
        write(ctx, BEACON.pulse(5), origin=ALICE.public_key)


def test_old_pulses_go_a_hundred_at_a_time(ctx: Context) -> None:
    for number in range(1, 151):
        ctx.put(storage.Pulses, number, BEACON.pulse(1))
    ctx.set(storage.OldestStoredRound, 1)
    # 216,000 stay: with the round 216,120 the oldest to stay is 121
    write(ctx, BEACON.pulse(216_120))
    assert rounds(ctx) == (101, 216_120)
    assert not ctx.contains(storage.Pulses, 100)
    assert ctx.contains(storage.Pulses, 101)
    write(ctx, BEACON.pulse(216_121))
    assert rounds(ctx) == (122, 216_121)


def test_what_a_pulse_weighs(node: Node) -> None:
    call = ("Drand", ("write_pulse", {"pulses_payload": payload(), "signature": None}))
    info = node.executive.assembly.dispatch_info(call)
    # 4,294,000,000 and three reads and four writes, and the guard before every call
    assert info.call_weight.ref_time == 4_294_000_000 + 475_000_000 + 17_583_000 + 50_000_000
