"""`dev_*`, state changes: storage, balances, impersonation, dry runs, dumps."""

from __future__ import annotations

import pytest

from btsdk import calls
from btsdk.keys import Keypair
from btsdk.metadata import Metadata
from btsdk.units import Tao
from local_node.rpc.dev_state import FAUCET_RAO
from local_node.rpc.errors import INVALID_PARAMS
from tests.unit.local_node.rpc.desk import Desk

ALICE = Keypair.from_uri("//Alice")
STRANGER = Keypair.from_uri("//dev state")


def free(desk: Desk, account: str) -> int:
    return int(desk.ask("dev_faucet", account, 0))


def test_balances_are_rao_as_numbers_or_digits(desk: Desk) -> None:
    address = STRANGER.ss58_address
    block = desk.ask("dev_setBalance", address, 5_000)
    assert block == "0x" + desk.chain.best.hash.hex()
    assert free(desk, address) == 5_000
    desk.ask("dev_setBalance", "0x" + STRANGER.public_key.hex(), "6000000000")
    assert free(desk, address) == 6_000_000_000
    desk.ask("dev_setBalance", address, 0)
    assert desk.ask("dev_faucet", address) == str(FAUCET_RAO)
    assert desk.ask("dev_faucet", address, 7) == str(FAUCET_RAO + 7)


@pytest.mark.parametrize("amount", [-1, 1.5, True, "1e3", "x", "18446744073709551616", None])
def test_what_is_no_amount(desk: Desk, amount: object) -> None:
    code, _, reason = desk.error("dev_setBalance", STRANGER.ss58_address, amount)
    assert code == INVALID_PARAMS
    assert "rao" in reason


@pytest.mark.parametrize("account", ["5nothing", "0x00", 5, None])
def test_what_is_no_account(desk: Desk, account: object) -> None:
    best = desk.chain.best
    assert desk.error("dev_setBalance", account, 1)[0] == INVALID_PARAMS
    assert desk.error("dev_impersonate", account)[0] == INVALID_PARAMS
    assert desk.chain.best == best


def test_impersonation_is_turned_on_and_off(desk: Desk) -> None:
    address = STRANGER.ss58_address
    assert address in desk.ask("dev_impersonate", address)
    assert address not in desk.ask("dev_impersonate", address, False)
    assert desk.error("dev_impersonate", address, 1)[0] == INVALID_PARAMS


def test_storage_is_written_on_top_of_the_head_alone(desk: Desk) -> None:
    head = desk.chain.best
    block = desk.ask("dev_setStorage", [["0x1234", "0x56"]])
    assert desk.chain.best.number == head.number + 1
    assert desk.ask("state_getStorage", "0x1234", block) == "0x56"
    code, _, reason = desk.error("dev_setStorage", [], "0x" + head.hash.hex())
    assert code == INVALID_PARAMS
    assert "dev_setHead" in reason


def test_a_dry_run_of_any_account_changes_nothing(desk: Desk, metadata: Metadata) -> None:
    best = desk.chain.best
    transfer = calls.balances.TransferKeepAlive(STRANGER.public_key, Tao.parse("1"))
    call = "0x" + transfer.encode(metadata).hex()
    found = desk.ask("dev_dryRun", {"call": call, "address": ALICE.ss58_address})
    assert (found["result"], found["outcome"]) == ("ok", "0x0000")
    assert found["changes"]
    nobody = {"call": call, "address": Keypair.from_uri("//nobody at all").ss58_address}
    failed = desk.ask("dev_dryRun", nobody)["result"]
    assert failed != "ok"
    raw = desk.ask("dev_dryRun", {"call": call, "address": ALICE.ss58_address}, None, True)
    assert set(raw) == {"outcome", "storageDiff"}
    assert desk.chain.best == best


def test_a_dump_comes_in_parts(desk: Desk) -> None:
    desk.ask("dev_newBlock", 3)
    whole, part = desk.ask("dev_dump"), desk.ask("dev_dump", 2)
    assert part["blocks"] == whole["blocks"][1:]
    assert part["next"] is None
    assert part["height"] == desk.chain.best.number
    assert "next" not in whole
    for wrong in (-1, "1", True):
        assert desk.error("dev_dump", wrong)[0] == INVALID_PARAMS
