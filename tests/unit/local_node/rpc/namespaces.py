"""What the tests of several namespaces ask with."""

from __future__ import annotations

import json
from typing import Any

from btsdk.keys import Keypair
from btsdk.metadata import Metadata
from tests.unit.local_node.rpc.desk import Desk
from tests.wire import Composer

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


def raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


def key_of(metadata: Metadata, pallet: str, item: str, *keys: object) -> str:
    return "0x" + metadata.storage(pallet, item).key(*keys).hex()


def signed(desk: Desk, nonce: int = 0, rao: int = 10**9) -> str:
    composer = Composer(desk)
    call = composer.transfer(Keypair.from_uri("//Bob"), rao)
    return composer.signed(Keypair.from_uri("//Alice"), call, nonce)


def watch_error(desk: Desk, data: str) -> tuple[int, str, Any]:
    """What `author_submitAndWatchExtrinsic` is answered, which only a client that can be pushed to
    may ask."""
    request = {"jsonrpc": "2.0", "id": 1, "method": "author_submitAndWatchExtrinsic"}
    desk.over_socket(json.dumps({**request, "params": [data]}))
    error = desk.sent.pop()["error"]
    return error["code"], error["message"], error.get("data")
