from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.types.subtensor import BeaconConfigurationPayload, PulsesPayload
from local_node.runtime.frame import BAD_ORIGIN
from tests.unit.local_node.runtime.pallets.drand.pulses import BEACON, payload, rounds, storage
from tests.unit.local_node.runtime.support import ALICE, Node


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
