"""What changed between blocks."""

from __future__ import annotations

from btsdk.metadata import Metadata
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import key_of


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
