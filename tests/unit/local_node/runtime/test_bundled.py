"""The runtime that comes with the project."""

from __future__ import annotations

from chain_spec.profile import Profile
from chain_spec.runtime import build
from local_node.runtime.bundled import PALLETS, runtime
from tests.unit.local_node.runtime.support import FEATURES, Node


def test_one_interface_has_one_runtime() -> None:
    interface = build(Profile.FAST, FEATURES["dev"])
    assert runtime(interface) is runtime(interface)
    assert runtime(build(Profile.SLOW, FEATURES["local"])) is not runtime(interface)


def test_pallets_are_there_once_and_run_by_their_index() -> None:
    names = [pallet.name for pallet in PALLETS]
    assert len(set(names)) == len(names)
    assembly = Node("dev").executive.assembly
    indices = [pallet.declaration.index for pallet in assembly.pallets]
    assert indices == sorted(indices)
    assert {pallet.name for pallet in assembly.pallets} == set(names)


def test_a_chain_without_a_feature_has_fewer() -> None:
    left = {pallet.name for pallet in Node("fast").executive.assembly.pallets}
    assert {pallet.name for pallet in PALLETS} - left == {
        "Triumvirate",
        "TriumvirateMembers",
        "SenateMembers",
    }
