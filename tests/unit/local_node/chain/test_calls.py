"""Calls of the runtime that change nothing."""

from __future__ import annotations

import pytest

from local_node.chain.chain import Chain
from local_node.runtime.boundary import UnknownEntry
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import FAILS_IN_DISPATCH, CounterRuntime, add, with_length


def test_calls_change_nothing(chain: Chain) -> None:
    root = chain.state().root
    chain.dry_run(add(1, 0, 5))
    chain.validate(add(1, 0, 5))
    chain.call("GenesisBuilder_build_state", with_length(b'{"sum":9}'))
    assert (chain.state().root, chain.best.number, len(chain.pool)) == (root, 0, 0)
    assert chain.dry_run(add(1, 0, 5)) == b"\x00\x00"
    assert chain.dry_run(add(1, 0, FAILS_IN_DISPATCH)) == b"\x00\x01\x02"
    with pytest.raises(UnknownEntry):
        chain.call("Nonsense_entry")


def test_version_and_metadata_are_asked_once_per_code(open_chain: Open) -> None:
    runtime = CounterRuntime()
    chain = open_chain(runtime=runtime)
    for nonce in range(3):
        chain.submit(add(1, nonce, 1))
        assert chain.metadata() == b"meta of counter 1"
        assert chain.version(chain.genesis_hash).spec_version == 7
    assert runtime.calls["Core_version"] == runtime.calls["Metadata_metadata"] == 1
