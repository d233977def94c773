"""The runtime that decodes a block is the one that executed it.

The chain is real. Between it and the client stands a wire that names another code and describes
other metadata for the blocks up to one, as a chain does that was upgraded in that block.
"""

from __future__ import annotations

import json
from typing import Any

from btsdk import Client, Keypair, Tao, Transfer, events
from btsdk.drivers.transport import Transport
from btsdk.errors import RpcError
from btsdk.frozen import replace
from btsdk.metadata import Metadata, decode_metadata, encode_metadata
from btsdk.rpc.effects import RpcCall
from btsdk.scale.types import Variant
from btsdk.state.block_context import CODE_KEY
from btsdk.state.executed import executed
from btsdk.state.runtimes import Runtimes
from local_node import LocalChain
from tests.unit.btsdk.script import HASH, Script, dev_at

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
TAO = Tao.parse("1")
OLD_CODE = "0x" + "0d" * 32


def renamed(metadata: Metadata) -> Metadata:
    """The metadata of an older runtime, in which `Balances` had another name."""
    registry = metadata.registry
    types = dict(registry.types)
    for type_id in (metadata.outer_call, metadata.outer_event):
        assert type_id is not None
        definition: Any = types[type_id].definition
        cases = tuple(
            case._replace(name="OldBalances") if case.name == "Balances" else case
            for case in definition.variants
        )
        types[type_id] = types[type_id]._replace(definition=Variant(cases))
    pallets = {
        "OldBalances" if name == "Balances" else name: replace(
            pallet, name="OldBalances" if name == "Balances" else name
        )
        for name, pallet in metadata.pallets.items()
    }
    other = replace(metadata, registry=type(registry)(types.values()), pallets=pallets)
    return decode_metadata(encode_metadata(other, 15))


class Upgraded:
    """A wire to a chain whose states up to `last` name the old runtime."""

    def __init__(self, inner: Transport, old: Metadata, last: int, chain: LocalChain) -> None:
        self._inner, self._last, self._chain = inner, last, chain
        self._old = "0x" + encode_metadata(old, 15).hex()
        self._asked: dict[Any, str] = {}
        self.endpoint = inner.endpoint

    def send(self, text: str) -> None:
        for request in _each(json.loads(text)):
            answer = self._answer(request["method"], request["params"])
            if answer is not None:
                self._asked[request["id"]] = answer
        self._inner.send(text)

    def receive(self, timeout: float | None) -> str:
        found = json.loads(self._inner.receive(timeout))
        for answer in _each(found):
            if answer.get("id") in self._asked:
                answer.pop("error", None)
                answer["result"] = self._asked.pop(answer["id"])
        return json.dumps(found)

    def close(self) -> None:
        self._inner.close()

    def _answer(self, method: str, params: list[Any]) -> str | None:
        block = params[-1] if params else None
        if method not in ("state_getStorageHash", "state_call") or not self._is_old(block):
            return None
        if method == "state_call":
            # `Metadata_metadata_at_version` answers `Option<OpaqueMetadata>`, which is bare here.
            return self._old if params[0] == "Metadata_metadata_at_version" else None
        return OLD_CODE if params[0] == CODE_KEY else None

    def _is_old(self, block_hash: str) -> bool:
        header = self._chain.client.call("chain_getHeader", block_hash)
        return int(header["number"], 16) <= self._last


def _each(message: Any) -> list[Any]:
    return message if isinstance(message, list) else [message]


def test_blocks_are_decoded_by_the_metadata_of_their_time() -> None:
    with LocalChain() as chain:
        for _ in range(3):
            chain.client.execute(Transfer(BOB.ss58_address, TAO), ALICE)
        old = renamed(chain.client.head().metadata)
        first, last = 1, 2  # block 2 upgrades: the old runtime executes it, and is gone after it

        def connect() -> Transport:
            return Upgraded(chain.connect(), old, first, chain)

        with Client(transport=connect, cache=False) as client:
            for number in (first, last):
                view = client.at(number)
                assert ("OldBalances" in view.metadata.pallets) == (number == first)
                assert _names(view) == {"OldBalances"}, number
            after = client.at(last + 1)
            assert _names(after) == {"Balances"}
            assert len(after.events(events.balances.Transfer)) == 1
            mine = client.at(last).extrinsics()[-1]
            found = client.receipt(mine.hash, near=last, within=0)
            assert found.events == mine.events
            assert "OldBalances" in {event.pallet for event in found.events}


def _names(view: Any) -> set[str]:
    """The pallets of the last call and of the transfer that it made."""
    block = view.block()
    moved = {event.pallet for event in block.events if event.name == "Transfer"}
    assert view.events() == list(block.events)
    return moved | {block.extrinsics[-1].call.pallet}


def test_a_discarded_parent_is_no_obstacle() -> None:
    at = replace_parent("0x" + "11" * 32)
    node = Script(
        {
            "state_getStorageHash": RpcError("state_getStorageHash", 4003, "state discarded"),
            "state_getStorage": "0x00",
        }
    )
    found, answers = node.play(executed(Runtimes(), at, RpcCall("state_getStorage", ())))
    assert (found, answers) == (at, ["0x00"])


def test_one_runtime_takes_one_round_trip() -> None:
    at = replace_parent("0x" + "11" * 32)
    node = Script({"state_getStorageHash": HASH, "state_getStorage": "0x00"})
    found, answers = node.play(executed(Runtimes(), at, RpcCall("state_getStorage", ())))
    assert (found, answers) == (at, ["0x00"])
    assert [call.method for call in node.asked] == ["state_getStorageHash", "state_getStorage"]


def replace_parent(parent: str) -> Any:
    import dataclasses

    return dataclasses.replace(dev_at(), parent_hash=parent)
