"""Pulses of the beacon: written, checked, pruned, and let into the pool without a signer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import drand
from chain_spec.types.subtensor import BeaconConfigurationPayload, PulsesPayload
from local_node.embedded.drand_beacon import DevelopmentBeacon
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none, root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.support import (
    ALICE,
    Node,
    default_genesis,
    fresh_context,
)

VECTORS = json.loads((Path(__file__).parents[5] / "vectors" / "timelock.json").read_text())
PULSE_1000 = {
    "round": 1000,
    "randomness": bytes.fromhex(VECTORS["randomness"]),
    "signature": bytes.fromhex(VECTORS["signature"]),
}
BEACON = DevelopmentBeacon()
storage, errors = drand.storage, drand.errors


@pytest.fixture
def ctx() -> Context:
    """A chain that goes by the development beacon."""
    return fresh_context(genesis={**default_genesis(), "drand": {"beacon": BEACON.info()}}, block=7)


def payload(*pulses: dict[str, Any], block: int = 0) -> dict[str, Any]:
    return {"block_number": block, "pulses": list(pulses), "public": ("Sr25519", ALICE.public_key)}


def write(ctx: Context, *pulses: dict[str, Any], origin: Any = none) -> None:
    dispatch(ctx, origin, "Drand", "write_pulse", pulses_payload=payload(*pulses), signature=None)


def rounds(ctx: Context) -> tuple[int, int]:
    return ctx.get(storage.OldestStoredRound), ctx.get(storage.LastStoredRound)


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


def test_root_sets_the_beacon_and_the_oldest_round(ctx: Context) -> None:
    config = {**ctx.get(storage.BeaconConfig), "period": 30}
    args = {
        "config_payload": {
            "block_number": 1,
            "config": config,
            "public": ("Sr25519", ALICE.public_key),
        },
        "signature": None,
    }
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, none, "Drand", "set_beacon_config", **args)
    dispatch(ctx, root, "Drand", "set_beacon_config", **args)
    assert ctx.get(storage.BeaconConfig) == config
    assert ctx.get(storage.NextUnsignedAt) == 8
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, key(1), "Drand", "set_oldest_stored_round", oldest_round=3)
    dispatch(ctx, root, "Drand", "set_oldest_stored_round", oldest_round=3)
    assert rounds(ctx) == (3, 0)
    assert events_of(ctx, "Drand") == [
        ("BeaconConfigChanged", None),
        ("SetOldestStoredRound", 3),
    ]


def test_the_beacon_without_a_word_in_the_spec_is_quicknet() -> None:
    config = fresh_context("local").get(storage.BeaconConfig)
    assert config["public_key"].hex() == VECTORS["public_key"]
    assert (config["period"], config["genesis_time"]) == (3, 1_692_803_367)


# -- without a signer ---------------------------------------------------------------------------


@pytest.fixture
def node() -> Node:
    node = Node(genesis={**default_genesis(), "drand": {"beacon": BEACON.info()}})
    node.block()
    return node


def unsigned(node: Node, content: dict[str, Any], call: str = "write_pulse") -> bytes:
    shape, name = {
        "write_pulse": (PulsesPayload, "pulses_payload"),
        "set_beacon_config": (BeaconConfigurationPayload, "config_payload"),
    }[call]
    proof = ALICE.sign(node.interface.codec(shape).encode(content))
    args = {name: content, "signature": ("Sr25519", proof)}
    return bare(node, args, call)


def bare(node: Node, args: dict[str, Any], call: str = "write_pulse") -> bytes:
    return b"\x04" + node.executive.assembly.encode_call(("Drand", (call, args)))


def refusal(reason: str) -> Any:
    return ("Err", ("Invalid", reason))


def test_a_signed_payload_goes_into_the_pool_and_the_block(node: Node) -> None:
    extrinsic = unsigned(node, payload(BEACON.pulse(5)))
    kind, valid = node.validate(extrinsic)
    assert kind == "Ok"
    assert valid["priority"] == 2**64 - 1
    assert valid["longevity"] == 3
    assert valid["propagate"] is False
    tag = b"\x4cDrandOffchainWorker" + blake2_256(b"drand" + (5).to_bytes(8, "little"))
    assert valid["provides"] == [tag]
    assert node.block(extrinsic) == [("Ok", ("Ok", ()))]
    assert rounds(node.context()) == (5, 5)
    assert node.validate(extrinsic) == refusal("Stale")
    assert node.block(extrinsic) == [refusal("Stale")]


def test_priority_and_tags_are_per_round(node: Node) -> None:
    _, late = node.validate(unsigned(node, payload(BEACON.pulse(2**63))))
    assert late["priority"] == 2**63 - 1 + 2**20
    _, early = node.validate(unsigned(node, payload(BEACON.pulse(2**63 - 5))))
    assert early["priority"] == late["priority"] + 5
    assert early["provides"] != late["provides"]


def test_what_the_pool_refuses(node: Node) -> None:
    good = payload(BEACON.pulse(5))
    assert node.validate(bare(node, {"pulses_payload": good, "signature": None})) == refusal(
        "BadSigner"
    )
    wrong = {"pulses_payload": good, "signature": ("Sr25519", bytes(64))}
    assert node.validate(bare(node, wrong)) == refusal("BadProof")
    other = {"pulses_payload": good, "signature": ("Ed25519", bytes(64))}
    assert node.validate(bare(node, other)) == refusal("BadProof")
    # the pool reckons for the next block, number 2
    assert node.validate(unsigned(node, {**good, "block_number": 3})) == refusal("Future")
    assert node.validate(unsigned(node, {**good, "block_number": 2}))[0] == "Ok"
    assert node.validate(unsigned(node, payload())) == refusal("Call")
    two = payload(BEACON.pulse(5), BEACON.pulse(6))
    assert node.validate(unsigned(node, two)) == refusal("Call")
    oldest = bare(node, {"oldest_round": 3}, "set_oldest_stored_round")
    assert node.validate(oldest) == refusal("Call")


def test_a_config_is_valid_in_the_pool_and_still_not_roots(node: Node) -> None:
    config = node.context().get(storage.BeaconConfig)
    content = {"block_number": 1, "config": config, "public": ("Sr25519", ALICE.public_key)}
    extrinsic = unsigned(node, content, "set_beacon_config")
    kind, valid = node.validate(extrinsic)
    assert (kind, valid["priority"], valid["longevity"]) == ("Ok", 2**20, 1)
    assert node.block(extrinsic) == [("Ok", ("Err", BAD_ORIGIN))]


def test_no_pulse_before_its_block(node: Node) -> None:
    ctx = node.context()
    ctx.set(storage.NextUnsignedAt, 9)
    assert node.validate(unsigned(node, payload(BEACON.pulse(5)))) == refusal("Stale")


def test_what_a_pulse_weighs(node: Node) -> None:
    call = ("Drand", ("write_pulse", {"pulses_payload": payload(), "signature": None}))
    info = node.executive.assembly.dispatch_info(call)
    # 4,294,000,000 and three reads and four writes, and the guard before every call
    assert info.call_weight.ref_time == 4_294_000_000 + 475_000_000 + 17_583_000 + 50_000_000
