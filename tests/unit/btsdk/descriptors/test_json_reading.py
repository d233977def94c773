"""JSON as values: what people write is understood, or refused with the place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from btsdk.descriptors.json_reading import call_from_texts, from_text
from btsdk.descriptors.json_writing import call_to_json, to_json
from btsdk.errors import EncodeError, IncompatibleItem
from btsdk.keys import Keypair
from btsdk.metadata.model import Call
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")


def arguments(named: str, **given: Any) -> dict[str, Any]:
    pallet, name = named.split(".")
    return call_from_texts(METADATA, pallet, name, given).args


def test_what_people_write_of_a_transfer() -> None:
    for value in ("1500000000", "1_500_000_000", "1.5tao", "1.5 TAO", "τ1.5", 1_500_000_000):
        args = arguments("Balances.transfer_keep_alive", dest=BOB.ss58_address, value=value)
        assert args == {"dest": ("Id", BOB.public_key), "value": 1_500_000_000}
    for dest in ("0x" + BOB.public_key.hex(), {"Id": BOB.ss58_address}):
        args = arguments("Balances.transfer_keep_alive", dest=dest, value="1")
        assert args["dest"] == ("Id", BOB.public_key)


def test_a_name_is_resolved_where_an_account_stands() -> None:
    given = {"dest": "bob", "value": "1"}
    found = call_from_texts(
        METADATA, "Balances", "transfer_keep_alive", given, {"bob": BOB.ss58_address}.__getitem__
    )
    assert found.args["dest"] == ("Id", BOB.public_key)


def test_text_and_hex_and_lists_and_cases() -> None:
    assert arguments("System.remark", remark="123") == {"remark": b"123"}
    assert arguments("System.remark", remark="0x0102") == {"remark": b"\1\2"}
    weights = arguments(
        "SubtensorModule.set_weights", netuid="1", dests="[0, 1]", weights="[1,2]", version_key="0"
    )
    assert (weights["dests"], weights["weights"]) == ([0, 1], [1, 2])
    proxy = arguments("Proxy.add_proxy", delegate=BOB.ss58_address, proxy_type="Staking", delay="0")
    assert proxy["proxy_type"] == "Staking"
    claim = arguments(
        "SubtensorModule.set_root_claim_type", new_root_claim_type='{"KeepSubnets":{"subnets":[1]}}'
    )
    assert claim["new_root_claim_type"] == ("KeepSubnets", {"subnets": [1]})


def test_a_call_inside_a_call() -> None:
    inner = {"call": "System.remark", "args": {"remark": "hello"}}
    args = arguments("Sudo.sudo", call=json.dumps(inner))
    assert args["call"] == ("System", ("remark", {"remark": b"hello"}))
    data = METADATA.encode_call("Sudo", "sudo", args)
    shown = call_to_json(METADATA, METADATA.decode_call(data))
    assert shown == {"call": "Sudo.sudo", "args": {"call": inner}}


def test_text_that_reads_as_hex_is_shown_as_hex() -> None:
    kind = METADATA.call("System", "remark").fields[0].type
    for data in (b"", b"plain", b"0x01", b"0xzz", b"\xff", b"a\nb"):
        shown = to_json(METADATA, kind, data)
        assert from_text(METADATA, kind, shown, "remark") == data
    assert to_json(METADATA, kind, b"plain") == "plain"


@pytest.mark.parametrize(
    ("call", "given", "reason"),
    [
        ("Balances.transfer_keep_alive", {"dest": "5Fxx", "value": "1"}, "dest.*no account"),
        ("Balances.transfer_keep_alive", {"dest": 5, "value": "1"}, "dest"),
        ("Balances.transfer_keep_alive", {"dest": BOB.ss58_address}, "'value' is missing"),
        ("Balances.transfer_keep_alive", {"dset": "x", "value": "1"}, "no argument 'dset'"),
        ("Balances.transfer_keep_alive", {"dest": BOB.ss58_address, "value": "1.5"}, "no whole"),
        ("Balances.transfer_keep_alive", {"dest": BOB.ss58_address, "value": "-1"}, "not between"),
        ("SubtensorModule.start_call", {"netuid": "70000"}, "netuid.*not between 0 and 65535"),
        ("Proxy.add_proxy", {"delegate": "x", "proxy_type": "Any", "delay": "0"}, "delegate"),
        ("Proxy.add_proxy", {"delegate": BOB.ss58_address, "proxy_type": "Stakin", "delay": 0},
         "proxy_type.*no case 'Stakin'"),
        ("Proxy.announce", {"real": BOB.ss58_address, "call_hash": "0x00"}, "1 bytes are not 32"),
        ("Sudo.sudo", {"call": "System.remark"}, "'remark' is missing"),
        ("Sudo.sudo", {"call": "[1]"}, "is not a call"),
        ("SubtensorModule.set_weights",
         {"netuid": 1, "dests": [0, -1], "weights": [1], "version_key": 0}, r"dests\)\[1\]"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_the_place(
    call: str, given: dict[str, Any], reason: str
) -> None:
    with pytest.raises(EncodeError, match=reason):
        arguments(call, **given)


def test_a_call_that_the_chain_lacks() -> None:
    with pytest.raises(IncompatibleItem) as told:
        arguments("Balances.transfer_keep_aliv", dest="x", value="1")
    assert "transfer_keep_alive" in str(told.value.hint)
    assert call_to_json(METADATA, Call("Sudo", "remove_key", {}))["args"] == {}
