"""What is looked up in metadata, by name and by index; and what is not there."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError, EncodeError, IncompatibleItem
from btsdk.metadata import Metadata

ALICE = bytes.fromhex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d")


def test_calls_are_encoded_and_decoded(mainnet: Metadata) -> None:
    args = {"dest": ("Id", ALICE), "value": 10**9}
    data = mainnet.encode_call("Balances", "transfer_keep_alive", args)
    assert data.hex() == "050300" + ALICE.hex() + "02286bee"
    call = mainnet.decode_call(data)
    assert (call.pallet, call.name, call.args) == ("Balances", "transfer_keep_alive", args)


def test_a_call_without_arguments(mainnet: Metadata) -> None:
    data = mainnet.encode_call("Sudo", "remove_key")
    assert len(data) == 2
    assert mainnet.decode_call(data) == ("Sudo", "remove_key", {})


def test_an_argument_that_does_not_fit_is_named(mainnet: Metadata) -> None:
    with pytest.raises(EncodeError) as caught:
        mainnet.encode_call("Balances", "transfer_keep_alive", {"dest": ("Id", b""), "value": 1})
    assert caught.value.path == "Balances.transfer_keep_alive.dest.Id"
    with pytest.raises(EncodeError, match="missing dest"):
        mainnet.encode_call("Balances", "transfer_keep_alive", {"value": 1})


def test_trailing_bytes_are_no_call(mainnet: Metadata) -> None:
    data = mainnet.encode_call("Sudo", "remove_key")
    with pytest.raises(DecodeError, match="1 bytes are left"):
        mainnet.decode_call(data + b"\x00")


def test_errors_by_index_and_by_four_bytes(mainnet: Metadata) -> None:
    declared = mainnet.pallet("Balances").errors["InsufficientBalance"]
    for index in (declared.index, bytes((declared.index, 0, 0, 0))):
        found = mainnet.error(5, index)
        assert (found.pallet, found.name) == ("Balances", "InsufficientBalance")
        assert found.docs
    with pytest.raises(IncompatibleItem, match="error 255 of Balances"):
        mainnet.error(5, 255)


def test_events_are_decoded_with_their_phase(mainnet: Metadata) -> None:
    transfer = {"from": ALICE, "to": bytes(32), "amount": 5}
    records = [
        {
            "phase": ("ApplyExtrinsic", 3),
            "event": ("Balances", ("Transfer", transfer)),
            "topics": [],
        },
        {"phase": "Finalization", "event": ("System", "CodeUpdated"), "topics": [bytes(32)]},
    ]
    raw = mainnet.storage("System", "Events").encode(records)
    first, second = mainnet.decode_events(raw)
    assert first == (("ApplyExtrinsic", 3), "Balances", "Transfer", transfer, [])
    assert second == ("Finalization", "System", "CodeUpdated", None, [bytes(32)])


def test_runtime_apis(mainnet: Metadata) -> None:
    method = mainnet.api("AccountNonceApi", "account_nonce")
    assert [part.name for part in method.inputs] == ["account"]
    assert mainnet.encode_api_args("AccountNonceApi", "account_nonce", ALICE) == ALICE
    assert mainnet.decode_api_output("AccountNonceApi", "account_nonce", b"\x07\0\0\0") == 7
    with pytest.raises(IncompatibleItem, match="2 arguments"):
        mainnet.encode_api_args("AccountNonceApi", "account_nonce", ALICE, ALICE)


def test_constants_are_decoded(mainnet: Metadata) -> None:
    assert mainnet.pallet("Balances").constant("ExistentialDeposit") == 500
    assert mainnet.pallet("Aura").constant("SlotDuration") == 12_000


def test_names_that_this_chain_has_not(mainnet: Metadata) -> None:
    for look_up in (
        lambda: mainnet.pallet("Nothing"),
        lambda: mainnet.pallet_at(99),
        lambda: mainnet.storage("System", "Nothing"),
        lambda: mainnet.call("System", "nothing"),
        lambda: mainnet.encode_call("System", "nothing", {}),
        lambda: mainnet.api("Core", "nothing"),
        lambda: mainnet.api("Nothing", "nothing"),
        lambda: mainnet.pallet("Balances").constant("Nothing"),
    ):
        with pytest.raises(IncompatibleItem, match="does not exist on this chain"):
            look_up()
    assert mainnet.pallet_at(7).name == "SubtensorModule"
