"""The door: names that exist, bytes that do not, and answers of the declared shape."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.metadata import decode_metadata
from local_node.runtime.boundary import RuntimePanic, UnknownEntry
from local_node.runtime.executive.genesis import genesis_key
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    MemoryExternalities,
    Node,
    default_genesis,
)

NODE = Node()
NODE.begin()
REMARK = NODE.sign(ALICE, ("System", ("remark", {"remark": b"hello"})))
BATCH = NODE.sign(
    ALICE,
    (
        "Utility",
        (
            "batch",
            {
                "calls": [
                    ("Balances", ("transfer_all", {"dest": ("Id", bytes(32)), "keep_alive": True})),
                    ("Sudo", "remove_key"),
                ]
            },
        ),
    ),
)


@pytest.mark.parametrize("entry", ["Core_nothing", "Nothing_version", "", "version", "Core_"])
def test_an_unknown_entry(entry: str):
    with pytest.raises(UnknownEntry):
        NODE.executive.call(entry, b"", NODE.ext)


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


def test_arguments_that_are_left_over_or_missing():
    for args in (b"", b"\x0e\0\0", b"\x0e\0\0\0\0"):
        with pytest.raises(RuntimePanic, match="Bad input data"):
            NODE.executive.call("Metadata_metadata_at_version", args, NODE.ext)


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


@given(st.binary(max_size=200))
def test_random_bytes_are_no_extrinsic_and_change_nothing(data: bytes):
    _assert_refused(data)


@given(st.data())
@settings(max_examples=200)
def test_a_spoiled_extrinsic_changes_nothing(data: st.DataObject):
    raw = bytearray(data.draw(st.sampled_from([REMARK, BATCH])))
    at = data.draw(st.integers(0, len(raw) - 1))
    kind = data.draw(st.sampled_from(["cut", "flip", "insert"]))
    if kind == "cut":
        del raw[at:]
    elif kind == "flip":
        raw[at] ^= data.draw(st.integers(1, 255))
    else:
        raw.insert(at, data.draw(st.integers(0, 255)))
    if bytes(raw) not in (REMARK, BATCH):
        _assert_refused(bytes(raw))


def _assert_refused(data: bytes) -> None:
    revision = NODE.ext.state()
    try:
        verdict = NODE.validate(data)[0]
    except RuntimePanic:
        verdict = "Err"
    try:
        applied = NODE.apply(data)[0]
    except RuntimePanic:
        applied = "Err"
    if (verdict, applied) != ("Err", "Err"):
        # an unsigned call may be spelled by chance; only inherents are taken without a signature
        assert data[:1] in (b"\x04", b"\x05")
    else:
        assert NODE.ext.state() == revision
    assert NODE.ext.depth == 0


def test_calls_nested_deeply_do_not_break_the_runtime():
    node = Node()
    node.begin()
    call = ("System", ("remark", {"remark": b""}))
    for _ in range(60):
        call = ("Utility", ("as_derivative", {"index": 0, "call": call}))
    assert node.apply(node.sign(ALICE, call)) == ("Ok", ("Ok", ()))
    deep = b"\x0b\x01\x00\x00" * 5_000 + b"\x00\x00\x00"
    before = node.ext.state()
    with pytest.raises(RuntimePanic, match="Bad input data"):
        node.apply(b"\x04" + deep)
    assert node.ext.state() == before


# -- genesis ---------------------------------------------------------------------------------------


def test_genesis_keys_are_those_of_substrate():
    names = {
        "System": "system",
        "SubtensorModule": "subtensorModule",
        "EVM": "evm",
        "EVMChainId": "evmChainId",
        "MevShield": "mevShield",
        "AdminUtils": "adminUtils",
    }
    assert {name: genesis_key(name) for name in names} == names


def test_a_wrong_genesis_is_refused_and_writes_nothing():
    node = Node()
    for spec in (
        "[]",
        "{",
        json.dumps({"nobody": {}}),
        json.dumps({"balances": {"balances": [["5Nonsense", 1]]}}),
        json.dumps({"balances": {"balances": [[ALICE.ss58_address]]}}),
    ):
        node.ext = MemoryExternalities()
        verdict, reason = node.call("GenesisBuilder_build_state", spec.encode())
        assert verdict == "Err"
        assert reason.startswith("Invalid JSON blob")
        assert node.ext.state() == {}


def test_genesis_writes_what_substrate_writes():
    node = Node(genesis=default_genesis())
    state = node.ext.state()
    assert state[b":code"].startswith(b"btsdk bundled runtime ")
    assert node.issuance() == sum(amount for _, amount in default_genesis()["balances"]["balances"])
    assert node.free(BOB) == 10**15
    versions = [
        key for key in state if key.endswith(bytes.fromhex("4e7b9012096b41c4eb3aaf947f6ea429"))
    ]
    assert len(versions) == len(node.executive.assembly.pallets)
    assert node.call("GenesisBuilder_preset_names") == []
    assert node.call("GenesisBuilder_get_preset", None) is None
