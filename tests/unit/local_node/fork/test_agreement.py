"""Which runtimes the bundled one agrees with: all of its own, and not mainnet's older one."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.metadata import Metadata, decode_metadata
from chain_spec import chains
from chain_spec.metadata import metadata, metadata_bytes
from chain_spec.profile import Profile
from chain_spec.runtime import build
from local_node.fork.agreement import differences, nearest

BASE = build(Profile.SLOW, frozenset())


@pytest.fixture(scope="module")
def mainnet(shared_data: Path) -> Metadata:
    """What finney declared at spec version 343."""
    return decode_metadata((shared_data / "mainnet-343-v14.scale").read_bytes())


@pytest.mark.parametrize("name", chains.NAMES)
def test_it_agrees_with_each_of_its_own(name: str) -> None:
    interface = chains.load(name).interface
    theirs = decode_metadata(metadata_bytes(interface, 14))
    found, differing = nearest(interface.spec_version, theirs)
    assert differing == []
    assert (found.profile, found.features) == (interface.profile, interface.features)


def test_builds_of_one_version_are_told_apart_by_their_constants() -> None:
    slow, fast = (metadata(build(profile, frozenset())) for profile in Profile)
    found = list(differences(slow, fast))
    assert "constant Aura.SlotDuration has a different value" in found
    assert "SubtensorModule.Tempo has a different type or default" in found
    assert not [each for each in found if each.startswith(("pallet", "call", "extrinsics"))]


def test_what_differs_from_mainnet_s_older_runtime(mainnet: Metadata) -> None:
    found, differing = nearest(343, mainnet)
    assert found is BASE
    assert differing[0] == "its spec_version is 343, and the bundled runtime's 425"
    assert "Swap.Ticks is unknown to the bundled runtime" in differing
    assert "AdminUtils.PrecompileEnable has a different type or default" in differing
    assert "call SubtensorModule.faucet is unknown to the bundled runtime" in differing
    assert "extrinsics have other extensions" in differing


def test_what_is_the_same_there_is_not_named(mainnet: Metadata) -> None:
    differing = list(differences(metadata(BASE), mainnet))
    for pallet in ("Timestamp", "Aura", "Grandpa", "Multisig", "Preimage", "Utility", "Ethereum"):
        assert [each for each in differing if f"{pallet}." in each] == []
