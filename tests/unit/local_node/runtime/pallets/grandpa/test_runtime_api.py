"""`GrandpaApi` as nodes ask it."""

from __future__ import annotations

from chain_spec.pallets import grandpa
from tests.unit.local_node.runtime.support import ONE, Node


def test_authorities_and_how_often_they_changed() -> None:
    node = Node()
    assert node.call("GrandpaApi_grandpa_authorities") == [(ONE.public_key, 1)]
    node.context().set(grandpa.storage.CurrentSetId, 7)
    assert node.call("GrandpaApi_current_set_id") == 7


def test_nobody_can_prove_to_own_a_key() -> None:
    node = Node()
    entry = "GrandpaApi_generate_key_ownership_proof"
    assert node.call(entry, 0, ONE.public_key) is None
