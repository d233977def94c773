"""The authorities of block 0, in the order of their slots."""

from __future__ import annotations

from chain_spec.pallets import aura
from tests.unit.local_node.runtime.support import ALICE, BOB, default_genesis, fresh_context


def test_authorities_keep_their_order() -> None:
    names = [BOB.ss58_address, ALICE.ss58_address]
    ctx = fresh_context(genesis={**default_genesis(), "aura": {"authorities": names}})
    assert ctx.get(aura.storage.Authorities) == [BOB.public_key, ALICE.public_key]


def test_none_are_none() -> None:
    ctx = fresh_context(genesis={**default_genesis(), "aura": {}})
    assert ctx.get(aura.storage.Authorities) == []
