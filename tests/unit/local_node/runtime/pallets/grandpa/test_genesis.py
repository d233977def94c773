"""The authorities of block 0 and their weights."""

from __future__ import annotations

from chain_spec.pallets import grandpa
from tests.unit.local_node.runtime.support import ALICE, BOB, default_genesis, fresh_context


def test_authorities_have_their_weights() -> None:
    config = {"authorities": [[BOB.ss58_address, 3], [ALICE.ss58_address, 1]]}
    ctx = fresh_context(genesis={**default_genesis(), "grandpa": config})
    assert ctx.get(grandpa.storage.Authorities) == [(BOB.public_key, 3), (ALICE.public_key, 1)]
    assert ctx.get(grandpa.storage.CurrentSetId) == 0
    assert ctx.get(grandpa.storage.SetIdSession, 0) == 0
