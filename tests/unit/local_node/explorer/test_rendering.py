"""Values of every kind, as the explorer's JSON has them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.keys import ss58
from btsdk.metadata import decode_metadata
from chain_spec.chains import load
from chain_spec.event_labels import event_labels
from chain_spec.metadata import metadata_bytes
from local_node.explorer.rendering import DEEPEST, SHOWN_BYTES, SHOWN_ITEMS, Rendering

METADATA = decode_metadata(metadata_bytes(load("dev").interface, 15))
RENDERING = Rendering(METADATA)
ALICE = bytes(range(32))
ADDRESS = ss58.encode(ALICE)


def call(pallet: str, name: str, **arguments: Any) -> dict[str, Any]:
    """The arguments of a call that went through the codec, by name."""
    decoded = METADATA.decode_call(METADATA.encode_call(pallet, name, arguments))
    return dict(RENDERING.call(*decoded)["args"])


def test_accounts_and_amounts_say_what_they_are() -> None:
    transfer = call("Balances", "transfer_keep_alive", dest=("Id", ALICE), value=2**63)
    assert transfer == {"dest": {"account": ADDRESS}, "value": {"tao": str(2**63)}}
    stake = {"hotkey": ALICE, "netuid": 3, "amount_staked": 5}
    assert call("SubtensorModule", "add_stake", **stake) == {
        "hotkey": {"account": ADDRESS},
        "netuid": 3,
        "amount_staked": {"tao": "5"},
    }
    unstake = {"hotkey": ALICE, "netuid": 3, "amount_unstaked": 5}
    shown = call("SubtensorModule", "remove_stake", **unstake)
    assert shown["amount_unstaked"] == {"alpha": "5"}


def test_other_addresses_stay_what_they_are() -> None:
    shown = call("Balances", "transfer_keep_alive", dest=("Address20", bytes(20)), value=1)
    assert shown["dest"]["variant"] == "Address20"
    assert shown["dest"]["value"]["bytes"] == "0x" + bytes(20).hex()


@given(st.binary(max_size=2 * SHOWN_BYTES))
def test_bytes_are_cut_and_never_lost_count_of(data: bytes) -> None:
    shown = call("System", "remark", remark=data)["remark"]
    assert shown["length"] == len(data)
    assert shown["bytes"] == "0x" + data[:SHOWN_BYTES].hex()
    if "text" in shown:
        assert shown["text"].encode() == data
        assert shown["text"].isprintable()


@pytest.mark.parametrize("data", [b"\xff", b"a\nb", "a\u202eb".encode(), b"", b"a" * 2000])
def test_what_is_no_plain_text_is_not_shown_as_text(data: bytes) -> None:
    assert "text" not in call("System", "remark", remark=data)["remark"]


def test_a_long_list_is_cut() -> None:
    pairs = {"dests": list(range(300)), "weights": [1] * 300, "netuid": 1, "version_key": 2**64 - 1}
    shown = call("SubtensorModule", "set_weights", **pairs)
    assert shown["dests"] == [*range(SHOWN_ITEMS), {"more": 300 - SHOWN_ITEMS}]
    assert shown["version_key"] == {"int": str(2**64 - 1)}


def test_calls_within_calls() -> None:
    inner: Any = ("System", ("remark", {"remark": b"hi"}))
    shown = call("Utility", "batch", calls=[inner, inner])
    assert [item["call"]["name"] for item in shown["calls"]] == ["remark", "remark"]
    assert shown["calls"][0]["call"]["args"] == [
        ["remark", {"bytes": "0x6869", "length": 2, "text": "hi"}]
    ]


def test_what_is_very_deep_ends_somewhere() -> None:
    inner: Any = ("System", ("remark", {"remark": b""}))
    for _ in range(60):
        inner = ("Utility", ("batch", {"calls": [inner]}))
    shown = json.dumps(RENDERING.call(inner[0], *inner[1]))
    assert '{"more": 1}' in shown
    assert shown.count('"call"') <= DEEPEST


def test_errors_by_name() -> None:
    module = METADATA.pallets["Balances"]
    code = module.errors["InsufficientBalance"].index
    found = RENDERING.error(("Module", {"index": module.index, "error": bytes((code, 0, 0, 0))}))
    assert found["error"] == "Balances.InsufficientBalance"
    assert found["docs"]
    assert RENDERING.error(("Token", "FundsUnavailable"))["error"] == "Token.FundsUnavailable"
    assert RENDERING.error("BadOrigin") == {"error": "BadOrigin", "docs": ""}
    unknown = RENDERING.error(("Module", {"index": 250, "error": b"\x01\0\0\0"}))
    assert unknown == {"error": "error 1 of pallet 250", "docs": ""}


def test_events_with_and_without_names() -> None:
    named = RENDERING.event("Balances", "Transfer", {"from": ALICE, "to": ALICE, "amount": 7})
    assert named["fields"][2] == ["amount", {"tao": "7"}]
    bare = RENDERING.event("SubtensorModule", "StakeAdded", (ALICE, ALICE, 1, 2, 3, 4))
    assert bare["fields"] == [
        ["coldkey", {"account": ADDRESS}],
        ["hotkey", {"account": ADDRESS}],
        ["tao", {"tao": "1"}],
        ["alpha", {"alpha": "2"}],
        ["netuid", 3],
        ["fee", {"int": "4"}],
    ]
    assert RENDERING.event("System", "CodeUpdated", None)["fields"] == []


def test_no_field_of_an_event_goes_by_its_type() -> None:
    for chain in ("dev", "fast", "local"):
        metadata = decode_metadata(metadata_bytes(load(chain).interface, 15))
        for name, pallet in metadata.pallets.items():
            for event, declared in pallet.events.items():
                labels = event_labels(name, event)
                assert len(labels) == len(declared.fields), (
                    f"{name}.{event} has fields without names"
                )
                assert len(set(labels)) == len(labels)
                assert all(label.isidentifier() and label == label.lower() for label in labels)


def test_fields_by_position_have_the_labels_of_the_declaration() -> None:
    shown = RENDERING.event("SubtensorModule", "NeuronRegistered", (1, 7, ALICE))
    assert shown["fields"] == [["netuid", 1], ["uid", 7], ["hotkey", {"account": ADDRESS}]]
    shown = RENDERING.event("Drand", "SetOldestStoredRound", 5)
    assert [label for label, _ in shown["fields"]] == ["round"]
