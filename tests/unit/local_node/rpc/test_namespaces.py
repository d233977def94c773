"""What the methods of each namespace answer about a chain of five empty blocks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from btsdk.extrinsic import extrinsic_hash
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata, decode_metadata
from chain_spec.chains import load
from tests.unit.local_node.rpc.conftest import Desk
from tests.unit.local_node.state import reference
from tests.wire import Composer

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
UNKNOWN = "0x" + "ab" * 32


@pytest.fixture
def metadata(desk: Desk) -> Metadata:
    return decode_metadata(raw(desk.ask("state_getMetadata")))


def raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


def key_of(metadata: Metadata, pallet: str, item: str, *keys: object) -> str:
    return "0x" + metadata.storage(pallet, item).key(*keys).hex()


# chain


def test_headers_chain_and_hash_to_their_names(desk: Desk) -> None:
    hashes = desk.ask("chain_getBlockHash", [0, 1, 2, 3, 4, 5, 99])
    assert hashes[6] is None
    headers = [desk.ask("chain_getHeader", name) for name in hashes[:6]]
    assert [header["number"] for header in headers] == ["0x0", "0x1", "0x2", "0x3", "0x4", "0x5"]
    for parent, header in zip(hashes, headers[1:], strict=False):
        assert header["parentHash"] == parent
    newest = headers[5]
    digest = [raw(log) for log in newest["digest"]["logs"]]
    encoded = (
        raw(newest["parentHash"])
        + bytes([5 << 2])
        + raw(newest["stateRoot"])
        + raw(newest["extrinsicsRoot"])
        + bytes([len(digest) << 2])
        + b"".join(digest)
    )
    assert "0x" + blake2_256(encoded).hex() == hashes[5]
    assert [log[:5] for log in digest] == [b"\x06aura", b"\x05aura"]


def test_by_default_it_is_the_best_block(desk: Desk) -> None:
    best = desk.ask("chain_getBlockHash")
    assert best == desk.ask("chain_getHead") == desk.ask("chain_getFinalizedHead")
    assert best == desk.ask("chain_getBlockHash", 5) == desk.ask("chain_getBlockHash", "0x5")
    assert desk.ask("chain_getHeader") == desk.ask("chain_getHeader", best)
    assert desk.ask("chain_getBlock") == desk.ask("chain_getBlock", best)


def test_blocks_hold_their_extrinsics(desk: Desk) -> None:
    block = desk.ask("chain_getBlock")
    assert block["justifications"] is None
    assert block["block"]["header"] == desk.ask("chain_getHeader")
    inherents = [raw(extrinsic) for extrinsic in block["block"]["extrinsics"]]
    assert len(inherents) == 2
    root = reference.ordered(inherents)
    assert block["block"]["header"]["extrinsicsRoot"] == "0x" + root.hex()


def test_blocks_that_are_unknown(desk: Desk) -> None:
    assert desk.ask("chain_getHeader", UNKNOWN) is None
    assert desk.ask("chain_getBlock", UNKNOWN) is None
    assert desk.ask("chain_getBlockHash", 10**6) is None
    for method, *params in (
        ("state_getStorage", "0x00"),
        ("state_getKeys", "0x"),
        ("state_getPairs", "0x00"),
        ("state_getMetadata",),
        ("state_getRuntimeVersion",),
        ("state_call", "Core_version", "0x"),
        ("state_queryStorageAt", ["0x00"]),
        ("state_getReadProof", ["0x00"]),
    ):
        code, message, _ = desk.error(method, *params, UNKNOWN)
        assert code == 4003, method
        assert message.startswith("Client error: UnknownBlock"), method


# state


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


def test_changes_between_blocks(desk: Desk, metadata: Metadata) -> None:
    number, issuance = (
        key_of(metadata, *item) for item in (("System", "Number"), ("Balances", "TotalIssuance"))
    )
    first, last = (desk.ask("chain_getBlockHash", height) for height in (1, 4))
    sets = desk.ask("state_queryStorage", [number, "0xdead"], first, last)
    assert [entry["block"] for entry in sets] == desk.ask("chain_getBlockHash", [1, 2, 3, 4])
    assert [dict(entry["changes"])[number] for entry in sets] == [
        f"0x0{height}000000" for height in (1, 2, 3, 4)
    ]
    assert [len(entry["changes"]) for entry in sets] == [2, 1, 1, 1]
    [now] = desk.ask("state_queryStorageAt", [number, issuance, "0xdead"])
    assert now["block"] == desk.ask("chain_getBlockHash")
    assert now["changes"][0] == [number, "0x05000000"]
    assert now["changes"][2] == ["0xdead", None]
    assert desk.error("state_queryStorage", [number], last, first)[0] == 4001


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


# system


def test_what_the_node_says_of_itself(desk: Desk) -> None:
    assert desk.ask("system_chain") == "Bittensor dev"
    assert desk.ask("system_chainType") == "Development"
    assert desk.ask("system_properties")["ss58Format"] == 42
    assert desk.ask("system_health") == {
        "peers": 0,
        "isSyncing": False,
        "shouldHavePeers": False,
    }
    assert desk.ask("system_syncState")["currentBlock"] == 5
    assert desk.ask("system_accountNextIndex", ALICE) == 0
    assert desk.ask("account_nextIndex", ALICE) == 0
    assert desk.ask("system_nodeRoles") == ["Authority"]


# author, payment, dry run


def signed(desk: Desk, nonce: int = 0, rao: int = 10**9) -> str:
    composer = Composer(desk)
    call = composer.transfer(Keypair.from_uri("//Bob"), rao)
    return composer.signed(Keypair.from_uri("//Alice"), call, nonce)


def test_the_pool_is_shown_counted_and_emptied(desk: Desk) -> None:
    first, second = signed(desk), signed(desk, nonce=1)
    names = [desk.ask("author_submitExtrinsic", extrinsic) for extrinsic in (second, first)]
    assert names[1] == "0x" + extrinsic_hash(raw(first)).hex()
    assert desk.ask("author_pendingExtrinsics") == [first, second]
    assert desk.ask("system_accountNextIndex", ALICE) == 2
    assert desk.ask("author_removeExtrinsic", [{"extrinsic": first}]) == [names[1]]
    assert desk.ask("author_pendingExtrinsics") == []
    assert desk.ask("system_accountNextIndex", ALICE) == 0


def test_what_it_costs_is_known_before(desk: Desk) -> None:
    extrinsic = signed(desk)
    info = desk.ask("payment_queryInfo", extrinsic)
    details = desk.ask("payment_queryFeeDetails", extrinsic)["inclusionFee"]
    assert info["class"] == "normal"
    assert set(info["weight"]) == {"ref_time", "proof_size"}
    assert int(info["partialFee"]) == sum(int(part, 16) for part in details.values())
    assert int(details["lenFee"], 16) == len(raw(extrinsic))
    timestamp = desk.ask("chain_getBlock")["block"]["extrinsics"][0]
    assert desk.ask("payment_queryFeeDetails", timestamp) == {"inclusionFee": None}


def test_a_dry_run_leaves_nothing_behind(desk: Desk) -> None:
    head = desk.chain.best
    assert desk.ask("system_dryRun", signed(desk)) == "0x0000"
    failing = desk.ask("system_dryRun", signed(desk, rao=2**63))
    assert failing.startswith("0x0001")
    assert desk.ask("system_dryRun", signed(desk, nonce=5)).startswith("0x01")
    assert desk.chain.best == head
    assert desk.ask("system_accountNextIndex", ALICE) == 0


def test_what_only_an_operator_may_do(desk: Desk) -> None:
    for method, *params in (
        ("author_insertKey", "aura", "//Alice", "0x00"),
        ("author_rotateKeys",),
        ("offchain_localStorageSet", "PERSISTENT", "0x00", "0x00"),
    ):
        assert desk.error(method, *params)[0] == -32601


NO_EXTRINSICS = {
    "0x": "Not enough data to fill buffer",
    "0x01": "Not enough data to fill buffer",
    "0x03ffffff": "Not enough data to fill buffer",
    "0x04": "Not enough data to decode vector",
    "0x0c0102": "Not enough data to decode vector",
    "0x0100": "out of range decoding Compact<u32>",
    "0x02000000": "out of range decoding Compact<u32>",
    "0xff": "unexpected prefix decoding Compact<u32>",
}
"""Bytes that no length fits, and what Substrate's codec says of them."""


def watch_error(desk: Desk, data: str) -> tuple[int, str, Any]:
    """What `author_submitAndWatchExtrinsic` is answered, which only a client that can be pushed to
    may ask."""
    request = {"jsonrpc": "2.0", "id": 1, "method": "author_submitAndWatchExtrinsic"}
    desk.over_socket(json.dumps({**request, "params": [data]}))
    error = desk.sent.pop()["error"]
    return error["code"], error["message"], error.get("data")


@pytest.mark.parametrize("data", NO_EXTRINSICS)
def test_bytes_that_are_no_extrinsic_are_refused_in_substrates_words(desk: Desk, data: str) -> None:
    cause, what = NO_EXTRINSICS[data], "Could not decode `OpaqueExtrinsic.0`"
    shown = f"{what}:\n\t{cause}\n"
    debug = f'Error {{ cause: Some(Error {{ cause: None, desc: "{cause}" }}), desc: "{what}" }}'
    info, details = "Unable to query dispatch info.", "Unable to query fee details."
    assert desk.error("payment_queryInfo", data) == (2, info, debug)
    assert desk.error("payment_queryFeeDetails", data) == (2, details, debug)
    assert desk.error("system_dryRun", data) == (2, "Unable to dry run extrinsic", shown)
    assert desk.error("author_submitExtrinsic", data) == (1040, f"Client error: {shown}", None)
    watched = watch_error(desk, data)
    assert watched == (1001, f"Extrinsic has invalid format: {shown}", None)
    removed = desk.error("author_removeExtrinsic", [{"extrinsic": data}])
    assert removed == (1001, f"Extrinsic has invalid format: {shown}", None)


@pytest.mark.parametrize("data", ["0x00", "0x0400", "0x0484", "0x0c010203"])
def test_what_the_runtime_cannot_read_is_its_panic(desk: Desk, data: str) -> None:
    failed = "Execution failed: Runtime panicked: Bad input data provided to "
    for method, message, name in (
        ("payment_queryInfo", "Unable to query dispatch info.", "query_info"),
        ("payment_queryFeeDetails", "Unable to query fee details.", "query_fee_details"),
        ("system_dryRun", "Unable to dry run extrinsic.", "apply_extrinsic"),
    ):
        code, text, reason = desk.error(method, data)
        assert (code, text) == (1, message)
        assert str(reason).startswith(f"{failed}{name}: ")
    submitted = [desk.error("author_submitExtrinsic", data) for _ in range(2)]
    for code, text, reason in (*submitted, watch_error(desk, data)):
        assert code == 1002
        assert text.startswith(f"Verification Error: Runtime error: {failed}validate_transaction: ")
        assert text.removeprefix("Verification Error: Runtime error: ") in str(reason)
        assert str(reason).startswith('RuntimeApi("')
    length = "04000000"
    state = desk.error("state_call", "TransactionPaymentApi_query_info", data + length)
    assert state[:2] == (4003, state[1])
    assert state[1].startswith(f"Client error: {failed}query_info: ")


def test_fees_of_a_block_that_is_not_there(desk: Desk) -> None:
    nowhere = "0x" + "ee" * 32
    for method, message in (
        ("payment_queryInfo", "Unable to query dispatch info."),
        ("payment_queryFeeDetails", "Unable to query fee details."),
        ("system_dryRun", "Unable to dry run extrinsic."),
    ):
        code, text, reason = desk.error(method, signed(desk), nowhere)
        assert (code, text) == (1, message)
        assert nowhere in str(reason)


def test_what_follows_an_extrinsic_is_left(desk: Desk) -> None:
    extrinsic = signed(desk)
    assert desk.ask("system_dryRun", extrinsic + "ffff") == "0x0000"
    longer = desk.ask("payment_queryFeeDetails", extrinsic + "ffff")["inclusionFee"]
    assert int(longer["lenFee"], 16) == len(raw(extrinsic)) + 2
    name = desk.ask("author_submitExtrinsic", extrinsic + "ffff")
    assert name == "0x" + extrinsic_hash(raw(extrinsic)).hex()
    assert desk.ask("author_pendingExtrinsics") == [extrinsic]
