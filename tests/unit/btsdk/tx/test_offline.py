"""Transactions in files: signed without a network, and refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

import pytest

from btsdk import Client, Keypair, Tao, Transfer
from btsdk.errors import OfflineTransactionError, UsageError
from btsdk.metadata import encode_metadata
from btsdk.networks import FINNEY_GENESIS, TEST_GENESIS
from btsdk.ops import RawCall
from btsdk.tx import offline
from btsdk.tx.offline import OfflineTransaction
from btsdk.tx.operation import Wanted
from local_node.embedded.local_chain import LocalChain

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
ONE = Transfer(BOB.ss58_address, Tao.parse("1"))


def unsigned(client: Client, operation: Wanted = ONE, **choices: Any) -> OfflineTransaction:
    return OfflineTransaction.of(client.prepare(operation, ALICE.ss58_address, **choices))


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


@pytest.fixture(scope="module")
def built(client: Client) -> OfflineTransaction:
    return unsigned(client)


@pytest.fixture(scope="module")
def content(built: OfflineTransaction) -> str:
    return json.dumps(built.to_json())


def changed(content: str, place: str, value: Any) -> str:
    """The content with another value at a place such as `payload.nonce`."""
    document = json.loads(content)
    *outer, last = place.split(".")
    inner = document
    for name in outer:
        inner = inner[name]
    assert inner[last] != value
    inner[last] = value
    return json.dumps(document)


def test_a_file_comes_back(built: OfflineTransaction, content: str) -> None:
    read = OfflineTransaction.from_json(content)
    assert read.payload == built.payload
    assert encode_metadata(read.metadata, 15) == encode_metadata(built.metadata, 15)
    assert read.to_json() == json.loads(content)
    assert read.call == ("Balances", "transfer_keep_alive", read.call.args)
    assert (read.fee, read.effects) == (built.fee, built.effects)


def test_it_is_signed_and_submitted(client: Client) -> None:
    before = client.head().balance(BOB.ss58_address).free
    content = json.dumps(unsigned(client).to_json())
    signed = OfflineTransaction.from_json(content).sign(ALICE)
    read = OfflineTransaction.from_json(json.dumps(signed.to_json()))
    assert client.submit(read.signed()).fee is not None
    assert client.head().balance(BOB.ss58_address).free - before == Tao.parse("1")


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        ("payload.nonce", 99, "bytes to sign"),
        ("payload.tip", 5, "bytes to sign"),
        ("payload.era", "0x00", "bytes to sign"),
        ("payload.era_block_hash", "0x" + "11" * 32, "bytes to sign"),
        ("payload.genesis_hash", "0x" + "11" * 32, "bytes to sign"),
        ("payload.metadata_hash", "0x" + "11" * 32, "metadata in the file"),
        ("payload.spec_version", 999, "spec_version 999"),
        ("payload.transaction_version", 999, "transaction_version 999"),
        ("payload.call", "0x00", "no transaction"),
        ("payload.address", BOB.ss58_address, "signer is not"),
        ("payload.payload", "0x00", "bytes to sign"),
        ("payload.birth", 1, "no era"),
        ("signer", BOB.ss58_address, "signer is not"),
        ("call", {"call": "System.remark", "args": {"remark": "x"}}, "in words"),
        ("network", "finney", "not for finney"),
        ("kind", "x", "kind 'x'"),
        ("format", 2, "format 2"),
        ("built", "2026-01-01T00:00:00", "no time zone"),
        ("metadata", "AAAA", "no transaction"),
        ("signature", {"crypto": "sr25519", "signature": "0x" + "00" * 64}, "not by"),
    ],
)
def test_a_changed_file_is_refused(content: str, place: str, value: Any, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        OfflineTransaction.from_json(changed(content, place, value))


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"kind": 1}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(OfflineTransactionError, match="no transaction"):
        OfflineTransaction.from_json(text)


def places(document: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """The places of all values, those of objects first."""
    for name, value in document.items():
        yield prefix + name
        if isinstance(value, dict) and name != "call":
            yield from places(value, f"{prefix}{name}.")


def test_no_value_of_another_kind_ends_in_another_error(
    built: OfflineTransaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("btsdk.tx.offline._unpacked", cache(offline._unpacked))
    content = json.dumps(built.sign(ALICE).to_json())
    others = [None, True, -1, 1 << 70, 1.5, "", "x", "0x00", [], ["a", 1], {}, {"a": 1}]
    refused = 0
    for place in places(json.loads(content)):
        for other in others:
            try:
                OfflineTransaction.from_json(changed(content, place, other))
            except UsageError:
                refused += 1
            except AssertionError:
                pass  # the value was there already
    assert refused > 300
    for text in ("[" * 100_000, "\ud800", '{"kind"'):
        with pytest.raises(OfflineTransactionError):
            OfflineTransaction.from_json(text)


def test_metadata_that_fills_the_memory_is_refused(
    content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("btsdk.tx.offline.METADATA_MAX", 1000)
    with pytest.raises(OfflineTransactionError, match="too long"):
        OfflineTransaction.from_json(content)


def test_the_time_of_the_era(client: Client) -> None:
    plan = client.prepare(ONE, ALICE.ss58_address)
    assert OfflineTransaction.of(plan).expires is None  # this chain makes blocks on demand
    known = replace(plan, chain=replace(plan.chain, genesis_hash=FINNEY_GENESIS))
    built = OfflineTransaction.of(known)
    assert built.expires is not None
    slot_ms = plan.at.metadata.pallet("Aura").constant("SlotDuration")
    assert timedelta(0) < built.expires - built.built <= timedelta(milliseconds=128 * slot_ms)
    built.check_time(built.expires)
    with pytest.raises(OfflineTransactionError, match="has expired: it was valid until block"):
        built.check_time(built.expires + timedelta(seconds=1))
    with pytest.raises(OfflineTransactionError, match="expired"):
        replace(built, expires=datetime(2020, 1, 1, tzinfo=timezone.utc)).check_time()


def test_one_without_an_era_never_expires(client: Client) -> None:
    made = unsigned(client, period=None)
    assert made.expires is None
    made.check_time(datetime(2999, 1, 1, tzinfo=timezone.utc))
    assert OfflineTransaction.from_json(json.dumps(made.to_json())).payload.birth is None


def test_the_network_that_is_meant(built: OfflineTransaction) -> None:
    for name in ("local", "ws://127.0.0.1:9944"):
        built.check_network(name)
    for name, genesis in (("finney", FINNEY_GENESIS), ("test", TEST_GENESIS)):
        with pytest.raises(OfflineTransactionError, match=genesis):
            built.check_network(name)


def test_another_account_cannot_sign(built: OfflineTransaction) -> None:
    with pytest.raises(UsageError, match="cannot sign"):
        built.sign(BOB)
    with pytest.raises(OfflineTransactionError, match="not signed"):
        built.signed()


def test_a_chain_refuses_the_transaction_of_another(client: Client) -> None:
    made = unsigned(client)
    signing = replace(made.payload.signing, genesis_hash=b"\1" * 32)
    other = replace(made, payload=replace(made.payload, signing=signing)).sign(ALICE)
    with pytest.raises(UsageError, match="signed for the chain with genesis 0x0101"):
        client.submit(other.signed())


def test_a_call_inside_calls_is_whole(client: Client) -> None:
    inner = RawCall("System", "remark", {"remark": b"\0" * 300})
    batch = RawCall("Utility", "batch", {"calls": [inner.nested(), inner.nested()]})
    made = unsigned(client, batch)
    assert len(made.payload.payload) == 32  # longer ones are signed as their hash
    shown = made.to_json()["call"]["args"]["calls"]
    assert [one["args"]["remark"] for one in shown] == ["0x" + "00" * 300] * 2
