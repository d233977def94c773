"""The sudo key of block 0."""

from __future__ import annotations

from chain_spec.pallets import sudo
from tests.unit.local_node.runtime.support import BOB, default_genesis, fresh_context


def test_the_key_is_that_of_the_spec() -> None:
    ctx = fresh_context(genesis={**default_genesis(), "sudo": {"key": BOB.ss58_address}})
    assert ctx.get(sudo.storage.Key) == BOB.public_key
    for config in ({}, {"key": None}):
        ctx = fresh_context(genesis={**default_genesis(), "sudo": config})
        assert ctx.get(sudo.storage.Key) is None
