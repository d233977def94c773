"""Encrypted extrinsics must look like some."""

from __future__ import annotations

from tests.unit.local_node.runtime.extensions.sending import invalid
from tests.unit.local_node.runtime.support import ALICE, Node


def test_a_malformed_shielded_extrinsic(node: Node):
    call = ("MevShield", ("submit_encrypted", {"ciphertext": bytes(10)}))
    era = ("Mortal", (8, 0))
    said = node.validate(node.sign(ALICE, call, era=era))
    assert said == invalid(("Custom", 23))
    assert node.validate(node.sign(ALICE, call)) == invalid("Stale")
