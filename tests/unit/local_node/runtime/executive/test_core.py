"""Version, metadata and keys: what belongs to no pallet."""

from __future__ import annotations

import pytest

from btsdk.metadata import decode_metadata
from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.executive.entries import NODE


def test_the_version():
    version = NODE.call("Core_version")
    assert version["spec_name"] == "node-subtensor"
    assert version["spec_version"] == NODE.interface.spec_version
    assert version["system_version"] == 1


def test_metadata_in_both_versions():
    versions = NODE.call("Metadata_metadata_versions")
    assert versions == [14, 15]
    assert NODE.call("Metadata_metadata") == NODE.call("Metadata_metadata_at_version", 14)
    assert NODE.call("Metadata_metadata_at_version", 16) is None
    metadata = decode_metadata(NODE.call("Metadata_metadata_at_version", 15))
    assert metadata.pallets["Balances"].index == 5
    assert "StakeInfoRuntimeApi" in metadata.apis


def test_session_keys():
    keys = bytes(range(64))
    decoded = NODE.call("SessionKeys_decode_session_keys", keys)
    assert decoded == [(keys[:32], b"aura"), (keys[32:], b"gran")]
    assert NODE.call("SessionKeys_decode_session_keys", keys[1:]) is None
    with pytest.raises(RuntimePanic, match="no keystore"):
        NODE.call("SessionKeys_generate_session_keys", None)


def test_aura_and_grandpa():
    assert NODE.call("AuraApi_slot_duration") == 250
    assert len(NODE.call("AuraApi_authorities")) == 1
    ((_, weight),) = NODE.call("GrandpaApi_grandpa_authorities")
    assert weight == 1
    assert NODE.call("GrandpaApi_current_set_id") == 0
