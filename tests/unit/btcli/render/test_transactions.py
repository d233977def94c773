"""What is about to be signed, and what came of it."""

from __future__ import annotations

import pytest

from btcli.render.transactions import (
    announcement_facts,
    fee_text,
    preview_facts,
    receipt_facts,
)
from btsdk.tx.operation import Refusal
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, BLOCK, BOB, preview, receipt


def test_a_preview_tells_all_that_is_signed() -> None:
    assert preview_facts(preview()).rows == [
        ("effect", "first"),
        ("", "second"),
        ("fee", "τ0.001000000"),
        ("signer", ALICE),
        ("call", "Balances.transfer_keep_alive(…)"),
        ("valid until", "block 128"),
        ("nonce", "4"),
        ("on", "network local (chain dev, genesis 0x12121212…)"),
    ]


def test_a_refusal_is_not_a_warning_as_well() -> None:
    one = Refusal("Token.Frozen", "it is frozen")
    found = preview_facts(
        preview(refusals=(one,), warnings=("it is frozen", "beware"), differences=("other",))
    )
    assert found.rows[-3:] == [
        ("will fail", "Token.Frozen: it is frozen"),
        ("warning", "beware"),
        ("differs", "other"),
    ]


def test_the_names_of_known_addresses_are_shown() -> None:
    told = preview(effects=(f"{ALICE} sends to {BOB}.",), warnings=(f"new: {BOB}",))
    rows = preview_facts(told, {ALICE: "me", BOB: "bobby"}).rows
    assert rows[0] == ("effect", f"{ALICE} (me) sends to {BOB} (bobby).")
    assert ("signer", f"{ALICE} (me)") in rows
    assert ("warning", f"new: {BOB} (bobby)") in rows


def test_what_there_is_not_is_left_out() -> None:
    labels = [label for label, _ in preview_facts(preview(last_block=None)).rows]
    assert "valid until" not in labels
    assert "tip" not in labels
    assert ("tip", "τ1.000000000") in preview_facts(preview(tip=Tao.parse("1"))).rows


@pytest.mark.parametrize(
    ("fee", "said"),
    [(None, "unknown: the node does not tell"), ("0", "none"), ("1234.5", "τ1,234.500000000")],
)
def test_a_fee(fee: str | None, said: str) -> None:
    assert fee_text(None if fee is None else Tao.parse(fee)) == said


def test_a_receipt_says_where_it_is() -> None:
    found = dict(receipt_facts(receipt()).rows)
    assert found["done in block"] == "7, extrinsic 2"
    assert found["block hash"] == BLOCK
    final = dict(receipt_facts(receipt(finalized=True, fee=None)).rows)
    assert final["done in block"] == "7 (final), extrinsic 2"
    assert "fee paid" not in final


def test_a_fee_above_the_one_that_was_shown_is_told() -> None:
    told = ("", "the preview showed τ0.000500000")
    low = Tao.parse("0.0005")
    assert told in receipt_facts(receipt(), low).rows
    with_tip = receipt(tip=Tao.parse("0.0005"))
    assert told not in receipt_facts(with_tip, low).rows
    assert told not in receipt_facts(receipt(), Tao.parse("0.001")).rows


def test_an_announcement_says_what_its_execution_takes() -> None:
    facts = announcement_facts({"real": ALICE, "call_hash": "0x01", "call_data": "0x02"})
    assert dict(facts.rows) == {"account": ALICE, "call hash": "0x01", "call": "0x02"}
