"""Genesis from a chain spec."""

from __future__ import annotations

import json

from local_node.runtime.executive.genesis import genesis_key
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    MemoryExternalities,
    Node,
    default_genesis,
)


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
