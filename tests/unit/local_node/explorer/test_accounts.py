"""Accounts, as keys of either kind and in what they did."""

from __future__ import annotations

import pytest

from btsdk import Tao
from btsdk.keys import Keypair
from local_node.embedded.local_chain import LocalChain
from local_node.rpc.errors import INVALID_PARAMS
from tests.unit.local_node.rpc.explored import ALICE, BOB, NETUID
from tests.wire import Wire, WireError


def test_a_coldkey(node: Wire) -> None:
    miner = Keypair.from_uri("//Miner1").ss58_address
    hotkey = Keypair.from_uri("//Miner1//hot").ss58_address
    seen = node.call("explorer_account", miner)
    assert seen["balance"]["free"] == seen["balance"]["total"] == "100000000000"
    assert seen["hotkeys"] == [hotkey]
    (stake,) = seen["stakes"]
    assert (stake["netuid"], stake["hotkey"]) == (NETUID, hotkey)
    assert int(stake["amount"]) > 0
    assert int(stake["tao"]) > 0
    assert seen["owner"] is None
    assert seen["registrations"] == []


def test_a_hotkey(node: Wire) -> None:
    hotkey = Keypair.from_uri("//Miner1//hot")
    seen = node.call("explorer_account", "0x" + hotkey.public_key.hex())
    assert seen["address"] == hotkey.ss58_address
    assert seen["owner"] == Keypair.from_uri("//Miner1").ss58_address
    (registration,) = seen["registrations"]
    assert (registration["netuid"], registration["uid"]) == (NETUID, 2)
    assert int(registration["alpha"]) > 0


def test_nobody_has_nothing(node: Wire) -> None:
    seen = node.call("explorer_account", "0x" + "07" * 32)
    assert set(seen["balance"].values()) == {"0"}
    assert (seen["stakes"], seen["hotkeys"], seen["registrations"]) == ([], [], [])
    assert (seen["owner"], seen["identity"]) == (None, None)


def test_an_account_at_an_earlier_block(chain: LocalChain, node: Wire) -> None:
    before, address = node.call("chain_getBlockHash"), ALICE.ss58_address
    then = node.call("explorer_account", address)["balance"]["free"]
    chain.faucet(address, Tao.parse("5"))
    assert node.call("explorer_account", address, before)["balance"]["free"] == then
    assert int(node.call("explorer_account", address)["balance"]["free"]) == int(then) + 5 * 10**9


def test_activity_names_senders_and_receivers_and_ends(node: Wire) -> None:
    sent = node.call("explorer_activity", ALICE.ss58_address)
    assert sent["next"] is None
    numbers = [item["number"] for item in sent["extrinsics"]]
    assert numbers == sorted(numbers, reverse=True)
    got = node.call("explorer_activity", BOB.ss58_address)["extrinsics"]
    assert {item["name"] for item in got} == {"batch_all", "transfer_keep_alive"}
    first = node.call("explorer_activity", ALICE.ss58_address, None, 1)
    rest = node.call("explorer_activity", ALICE.ss58_address, first["next"], 50)
    assert first["extrinsics"] + rest["extrinsics"] == sent["extrinsics"]


def test_a_mistyped_address_is_told_what_is_wrong_with_it(node: Wire) -> None:
    address = ALICE.ss58_address
    for wrong, reason in ((f"{address[:-1]}X", "checksum"), ("0" + address[1:], "base58")):
        with pytest.raises(WireError) as refused:
            node.call("explorer_account", wrong)
        assert refused.value.code == INVALID_PARAMS
        assert reason in str(refused.value)
