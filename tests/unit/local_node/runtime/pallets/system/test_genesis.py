"""What System writes into block 0."""

from __future__ import annotations

from chain_spec.pallets import system
from tests.unit.local_node.runtime.support import Node


def test_block_0_stands_on_69() -> None:
    ctx = Node().context()
    assert ctx.get(system.storage.ParentHash) == b"E" * 32 == bytes([69]) * 32
    assert ctx.get(system.storage.BlockHash, 0) == bytes([69]) * 32
    assert ctx.ext.get(b":extrinsic_index") == bytes(4)


def test_no_migration_runs_on_a_new_chain() -> None:
    node = Node()
    ctx = node.context()
    version = node.call("Core_version")
    upgraded = {"spec_version": version["spec_version"], "spec_name": version["spec_name"]}
    assert ctx.get(system.storage.LastRuntimeUpgrade) == upgraded
    assert ctx.get(system.storage.UpgradedToU32RefCount) is True
    assert ctx.get(system.storage.UpgradedToTripleRefCount) is True
