"""What is found by what it is called."""

from __future__ import annotations

from typing import Any

from tests.unit.local_node.rpc.explored import ALICE, EVIL, last_signed
from tests.wire import Wire


def test_everything_is_found_by_what_it_is_called(node: Wire) -> None:
    def find(text: str) -> Any:
        return node.call("explorer_search", text)

    batch = last_signed(node, "batch_all")
    block = {"kind": "block", "number": batch["number"], "hash": batch["block"]}
    assert block in find(str(batch["number"]))
    assert find(f" #{batch['number']} ")[0] == block
    assert find(batch["block"]) == [block]
    assert find(batch["hash"]) == [block | {"kind": "extrinsic", "index": batch["index"]}]
    account = {"kind": "account", "address": ALICE.ss58_address}
    assert find(ALICE.ss58_address) == find("0x" + ALICE.public_key.hex()) == [account]
    assert find("IMG SRC") == [{"kind": "subnet", "netuid": 3, "name": EVIL}]
    assert {"kind": "subnet", "netuid": 1, "name": "apex"} in find("1")
    assert find("99999999999999999999") == find("no such thing") == find("  ") == []
