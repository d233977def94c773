"""Storage keys that are asked for, and the values that are made of the answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btsdk.apis import stake_info, swap
from btsdk.constants import balances as constants
from btsdk.errors import EncodeError, IncompatibleItem, UsageError
from btsdk.keys import Keypair
from btsdk.metadata import decode_metadata
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, constant, has_api, storage, storage_many, storage_map
from btsdk.state.runtimes import Runtime
from btsdk.storage import subtensor, system
from tests.unit.btsdk.script import HASH, Script, dev_at

ALICE = Keypair.from_uri("//Alice").public_key


def test_a_missing_value_reads_as_its_default_or_none() -> None:
    node = Script({"state_getStorage": None})
    assert node.play(storage(dev_at(), system.Account, ALICE))["data"]["free"] == 0
    assert node.play(storage(dev_at(), subtensor.Uids, 1, ALICE)) is None
    assert {call.params[1] for call in node.asked} == {HASH}


def test_a_storage_item_by_its_name_is_told_how_to_be_named() -> None:
    item: Any = "System.Account"
    for ask in (storage(dev_at(), item, ALICE), storage_map(dev_at(), item)):
        with pytest.raises(UsageError, match="is not a storage item") as caught:
            Script({}).play(ask)
        assert "storage.system.Account" in (caught.value.hint or "")


def test_a_key_that_is_no_address_or_of_another_type_is_refused() -> None:
    with pytest.raises(EncodeError, match="is no address"):
        Script({}).play(storage(dev_at(), system.Account, "5Grw"))
    with pytest.raises(EncodeError):
        Script({}).play(storage(dev_at(), subtensor.Tempo, "1"))


def test_several_values_take_one_call_and_keep_their_order() -> None:
    def answer(keys: list[str], block: str) -> Any:
        changes = [[key, "0x0500"] for key in reversed(keys)]
        return [{"block": block, "changes": changes}]

    node = Script({"state_queryStorageAt": answer})
    wanted = [(subtensor.Tempo, (1,)), (subtensor.SubnetworkN, (1,)), (subtensor.Tempo, (1,))]
    assert node.play(storage_many(dev_at(), wanted)) == [5, 5, 5]
    assert len(node.asked) == 1
    assert len(node.asked[0].params[0]) == 2


def test_maps_are_read_page_by_page() -> None:
    item = dev_at().metadata.storage("SubtensorModule", "Tempo")
    keys = ["0x" + item.key(netuid).hex() for netuid in range(700)]

    def page(start: str, size: int, last: str | None, block: str) -> list[str]:
        begin = 0 if last is None else keys.index(last) + 1
        return keys[begin : begin + size]

    def values(wanted: list[str], block: str) -> Any:
        return [{"block": block, "changes": [[key, "0x0100"] for key in wanted]}]

    node = Script({"state_getKeysPaged": page, "state_queryStorageAt": values})
    found = node.play(storage_map(dev_at(), subtensor.Tempo))
    assert found == [((netuid,), 1) for netuid in range(700)]
    empty = Script({"state_getKeysPaged": []})
    assert empty.play(storage_map(dev_at(), subtensor.Tempo)) == []


def test_a_runtime_api_is_called_by_its_wire_name() -> None:
    node = Script({"state_call": "0x" + (1_500_000_000).to_bytes(8, "little").hex()})
    assert node.play(call_api(dev_at(), swap.current_alpha_price, 3)) == 1_500_000_000
    assert node.asked[0].params == ("SwapRuntimeApi_current_alpha_price", "0x0300", HASH)


def test_a_constant_asks_nothing() -> None:
    assert constant(dev_at(), constants.ExistentialDeposit) == 500


def test_on_an_older_runtime_items_are_judged_one_by_one(shared_data: Path) -> None:
    data = (shared_data / "mainnet-343-v15.scale").read_bytes()
    old = BlockContext(HASH, 1, Runtime(decode_metadata(data), HASH, "node-subtensor", 343, 1))
    node = Script({"state_getStorage": None, "state_call": "0x00"})
    assert node.play(storage(old, system.Account, ALICE))["data"]["free"] == 0
    assert has_api(old, stake_info.get_stake_info_for_coldkey)
    with pytest.raises(IncompatibleItem, match="LastEpochBlock"):
        node.play(storage(old, subtensor.LastEpochBlock, 1))
