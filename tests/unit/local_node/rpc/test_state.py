"""Values, keys, proofs and calls of the runtime."""

from __future__ import annotations

import pytest

from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata
from chain_spec.chains import load
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import key_of, raw
from tests.unit.local_node.state import reference


def test_values_keys_and_sizes(desk: Desk, metadata: Metadata) -> None:
    number = key_of(metadata, "System", "Number")
    assert desk.ask("state_getStorage", number) == "0x05000000"
    assert desk.ask("state_getStorageAt", number, desk.ask("chain_getBlockHash", 2)) == "0x02000000"
    assert desk.ask("state_getStorage", "0xdead") is None
    assert desk.ask("state_getStorageHash", number) == "0x" + blake2_256(b"\5\0\0\0").hex()
    assert desk.ask("state_getStorageHash", "0xdead") is None
    assert desk.ask("state_getStorageSize", number) == 4
    accounts = key_of(metadata, "System", "Account")
    keys = desk.ask("state_getKeys", accounts)
    assert len(keys) >= len(load("dev").genesis["balances"]["balances"])
    assert keys == sorted(keys)
    assert desk.ask("state_getPairs", accounts) == [
        [key, desk.ask("state_getStorage", key)] for key in keys
    ]
    assert desk.ask("state_getStorageSize", accounts) == sum(
        len(raw(desk.ask("state_getStorage", key))) for key in keys
    )


@pytest.mark.parametrize("page", [1, 3, 1000])
def test_pages_make_the_whole(desk: Desk, metadata: Metadata, page: int) -> None:
    prefix = key_of(metadata, "System", "Account")
    found: list[str] = []
    while True:
        keys = desk.ask("state_getKeysPaged", prefix, page, found[-1] if found else None)
        found += keys
        if len(keys) < page:
            break
    assert found == desk.ask("state_getKeys", prefix)


def test_the_state_has_the_root_in_the_header(desk: Desk) -> None:
    content = {raw(key): raw(value) for key, value in desk.ask("state_getPairs", "0x")}
    assert "0x" + reference.root(content).hex() == desk.ask("chain_getHeader")["stateRoot"]


def test_proofs_show_what_they_say(desk: Desk, metadata: Metadata) -> None:
    number = key_of(metadata, "System", "Number")
    proof = desk.ask("state_getReadProof", [number, "0xdead"])
    root = raw(desk.ask("chain_getHeader", proof["at"])["stateRoot"])
    nodes = [raw(node) for node in proof["proof"]]
    assert reference.prove(root, nodes, raw(number)) == b"\5\0\0\0"
    assert reference.prove(root, nodes, b"\xde\xad") is None


def test_runtime_calls(desk: Desk) -> None:
    assert (
        desk.ask("state_call", "AuraApi_slot_duration", "0x")
        == "0x" + (250).to_bytes(8, "little").hex()
    )
    version = desk.ask("state_getRuntimeVersion")
    spec = load("dev").interface.spec_version
    assert (version["specName"], version["specVersion"]) == ("node-subtensor", spec)
    assert version == desk.ask("chain_getRuntimeVersion")
    assert all(len(raw(api)) == 8 for api, _ in version["apis"])
    code, message, _ = desk.error("state_call", "No_such_thing", "0x")
    assert (code, "Exported method No_such_thing is not found" in message) == (4003, True)
    code, message, _ = desk.error("state_call", "AccountNonceApi_account_nonce", "0x01")
    assert (code, "Execution failed" in message) == (4003, True)


def test_metadata_of_both_versions(desk: Desk) -> None:
    assert raw(desk.ask("state_getMetadata"))[:5] == b"meta\x0e"
    versions = raw(desk.ask("state_call", "Metadata_metadata_versions", "0x"))
    assert versions[0] >> 2 >= 2
    latest = raw(desk.ask("state_call", "Metadata_metadata_at_version", "0x0f000000"))
    assert b"meta\x0f" in latest[:16]


def test_too_many_keys_at_a_time(desk: Desk) -> None:
    assert desk.error("state_getKeysPaged", "0x", 1001)[0] == 4002


def test_there_are_no_child_tries(desk: Desk) -> None:
    assert desk.ask("childstate_getKeys", "0x00", "0x") == []
    assert desk.ask("childstate_getStorage", "0x00", "0x00") is None
