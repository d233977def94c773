"""The shapes of JSON results: amounts are decimal text, in the unit that the field's name says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from btcli.commands.stake.targets import Target
from btcli.commands.stake.trade_report import TradeResult
from btcli.commands.stake.trades import TradePart
from btcli.commands.wallet.key_creation import KeyFile
from btcli.documents import (
    TradedDocument,
    announcement_document,
    balance_document,
    finding_document,
    made_document,
    part_document,
    preview_document,
    receipt_document,
    registration_document,
    stake_document,
    traded_document,
    wallet_document,
)
from btcli.failures import Failure
from btsdk.reads.registration import Registration
from btsdk.tx.operation import Announcement
from btsdk.units import Alpha, Tao
from btsdk.wallet import Finding, KeyEntry, WalletEntry
from btsdk.wallet.checking import Problem
from tests.unit.btcli.samples import ALICE, BLOCK, BOB, balance, holding, preview, receipt, worth


def amounts(document: dict[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in document.items() if name.endswith(("_tao", "_alpha"))}


def test_a_balance() -> None:
    found = balance_document("a", ALICE, balance("10", "2", "3"), worth("5", "4.5"))
    assert (found["name"], found["ss58"]) == ("a", ALICE)
    assert amounts(found) == {
        "free_tao": "10.000000000",
        "transferable_tao": "9.000000000",
        "reserved_tao": "2.000000000",
        "frozen_tao": "3.000000000",
        "staked_value_tao": "5.000000000",
        "staked_sale_tao": "4.500000000",
        "total_tao": "17.000000000",
    }
    unknown = balance_document(None, ALICE, balance("1"), worth("5", None))
    assert unknown["staked_sale_tao"] is None


def test_a_stake() -> None:
    found = stake_document(holding(3, "2", "0.5", None))
    assert (found["netuid"], found["hotkey"], found["coldkey"]) == (3, BOB, ALICE)
    assert amounts(found) == {
        "stake_alpha": "2.000000000",
        "price_tao": "0.500000000",
        "value_tao": "1.000000000",
        "sale_tao": None,
        "emission_alpha": "0.000000000",
    }


def test_a_trade_has_all_its_fields_always() -> None:
    assert traded_document(None) == dict.fromkeys(TradedDocument.__annotations__)
    bought = TradeResult(True, Tao.parse("1"), Alpha.parse("2", 1), Tao.parse("0.5"))
    assert traded_document(bought) == {
        "traded_tao": "1.000000000",
        "traded_alpha": "2.000000000",
        "left_tao": "0.500000000",
        "left_alpha": None,
    }
    sold = traded_document(TradeResult(False, Tao.parse("1"), None))
    assert (sold["traded_alpha"], sold["left_alpha"], sold["left_tao"]) == (
        None,
        "0.000000000",
        None,
    )


def test_a_part_of_several() -> None:
    failed = TradePart(Target(BOB, 3), False, Failure("x", "m", "h", 1), ("A.B",))
    found = part_document(failed, Alpha.parse("1", 3))
    assert found["error"] == {"code": "x", "message": "m", "hint": "h"}
    assert (found["done"], found["stake_alpha"]) == (False, "1.000000000")
    assert found["events"] == ["A.B"]
    every = part_document(TradePart(Target(BOB, None)), None)
    assert (every["netuid"], every["done"], every["stake_alpha"]) == (None, None, None)


def test_a_receipt_or_what_there_is_of_it() -> None:
    assert receipt_document(None, None) is None
    assert receipt_document(None, "0xaa") == {"extrinsic_hash": "0xaa"}
    found = receipt_document(receipt(fee=None), "0xaa") or {}
    assert (found["block_hash"], found["block_number"], found["fee_tao"]) == (BLOCK, 7, None)
    assert found["extrinsic_hash"] == receipt().extrinsic_hash


def test_a_preview_says_what_is_signed() -> None:
    found = preview_document(preview(fee=None))
    assert (found["signer"], found["nonce"], found["fee_tao"]) == (ALICE, 4, None)
    assert preview_document(preview())["fee_tao"] == "0.001000000"


def test_the_words_of_a_key_are_there_only_when_asked_for() -> None:
    made = KeyFile("coldkey", "w", "w", ALICE, Path("/f"), True, True, "a b c")
    assert "mnemonic" not in made_document(made, reveal=False)
    assert "a b c" not in str(made_document(made, reveal=False))
    assert made_document(made, reveal=True)["mnemonic"] == "a b c"


def test_a_wallet_with_and_without_its_hotkeys() -> None:
    key = KeyEntry("hot", None, True, False, "damaged")
    wallet = WalletEntry("w", Path("/w"), key, (key,))
    (hotkey,) = wallet_document(wallet)["hotkeys"]
    assert (hotkey["name"], hotkey["ss58"], hotkey["problem"]) == ("hot", None, "damaged")
    assert "hotkeys" not in wallet_document(wallet, coldkeys_only=True)


def test_small_ones() -> None:
    finding = Finding(Problem.OPEN_FOLDER, Path("/w"), "m", None)
    assert finding_document(finding)["problem"] == Problem.OPEN_FOLDER.value
    assert finding_document(finding)["remedy"] is None
    announced = announcement_document(Announcement(ALICE, b"\x01", b"\x02"))
    assert announced == {"real": ALICE, "call_hash": "0x02", "call_data": "0x01"}
    offer = Registration(1, Tao.parse("2"), 5, True, False, None)
    assert registration_document(offer) == {
        "price_tao": "2.000000000",
        "difficulty": 5,
        "allowed": True,
        "pow_allowed": False,
        "pow_form": None,
    }
