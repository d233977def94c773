"""Blocks and headers of a chain of five empty blocks."""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import raw
from tests.unit.local_node.state import reference

UNKNOWN = "0x" + "ab" * 32


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
