"""Calls in one line, by the types of their arguments."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import calls
from btsdk.keys import Keypair
from btsdk.ops import RawCall
from btsdk.tx.description import call_in_words
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
KEY = Keypair.from_uri("//Bob")
BOB = KEY.ss58_address


def words(pallet: str, name: str, **arguments: Any) -> str:
    return call_in_words(pallet, name, arguments, METADATA)


@pytest.mark.parametrize("account", [BOB, KEY.public_key, KEY, ("Id", BOB), {"Id": BOB}])
def test_an_account_is_an_address_in_every_form(account: Any) -> None:
    found = words("Balances", "transfer_keep_alive", dest=account, value=Tao.parse("1234.5"))
    assert found == f"Balances.transfer_keep_alive(dest={BOB}, value=τ1,234.500000000)"


@pytest.mark.parametrize(
    ("remark", "shown"),
    [
        (b"plain text", "'plain text'"),
        ("τ", "'τ'"),
        (b"\xff", "0xff"),
        ("a\u202eb".encode(), "0x61e280ae62"),  # a bidi control could reorder the line
        (b"", "''"),
    ],
)
def test_bytes_are_text_only_if_a_reader_can_see_all_of_it(remark: Any, shown: str) -> None:
    assert words("System", "remark", remark=remark) == f"System.remark(remark={shown})"


def test_a_hash_is_hex_and_a_variant_has_its_name() -> None:
    found = words("Proxy", "announce", real=KEY, call_hash=b"text" * 8)
    assert found == f"Proxy.announce(real={BOB}, call_hash=0x{(b'text' * 8).hex()})"
    claim = ("KeepSubnets", {"subnets": [1, 2]})
    found = words("SubtensorModule", "set_root_claim_type", new_root_claim_type=claim)
    assert found.endswith("(new_root_claim_type=KeepSubnets({subnets: [1, 2]}))")


def test_calls_inside_calls() -> None:
    amount = Alpha.parse("2", netuid=1)
    sale = calls.subtensor.RemoveStake(hotkey=KEY, netuid=1, amount_unstaked=amount)
    shown = f"SubtensorModule.remove_stake(hotkey={BOB}, netuid=1, amount_unstaked=α2.000000000)"
    remark = RawCall("System", "remark", {"remark": "hi"})
    for inner in ([sale, remark], [sale.nested(), remark.nested()]):
        found = words("Utility", "batch", calls=inner)
        assert found == f"Utility.batch(calls=[{shown}, System.remark(remark='hi')])"


@pytest.mark.parametrize("dest", [5, None, "5x", ("Foo", BOB), [1, 2], {"Bar": 1}])
def test_what_does_not_fit_its_type_is_shown_and_not_refused(dest: Any) -> None:
    found = words("Balances", "transfer_keep_alive", dest=dest, value=[1])
    assert found.startswith("Balances.transfer_keep_alive(dest=")
    assert str(dest) in found
