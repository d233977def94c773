"""Pulses before ordinary extrinsics."""

from __future__ import annotations

from tests.unit.local_node.runtime.support import ALICE, Node


def test_a_pulse_goes_before_other_calls() -> None:
    node = Node()
    payload = {"block_number": 0, "pulses": [], "public": ("Sr25519", ALICE.public_key)}
    pulse = ("Drand", ("write_pulse", {"pulses_payload": payload, "signature": None}))
    oldest = ("Drand", ("set_oldest_stored_round", {"oldest_round": 1}))
    _, valid = node.validate(node.sign(ALICE, pulse))
    _, other = node.validate(node.sign(ALICE, oldest))
    assert valid["priority"] >= 10_000 > other["priority"]
