"""Extrinsics: their bytes, what is signed, and the same ones read by `scalecodec`."""

from __future__ import annotations

from typing import Any

import pytest
from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from btsdk.errors import DecodeError, EncodeError, UsageError
from btsdk.extrinsic import (
    Era,
    Extrinsic,
    Signing,
    address_value,
    encode_signed,
    encode_unsigned,
    extrinsic_hash,
    signature_value,
    signing_payload,
)
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata
from btsdk.scale import compact_encode

ALICE = bytes.fromhex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d")
GENESIS, BIRTH = b"\x11" * 32, b"\x22" * 32
SIGNATURE = bytes(range(64))
SIGNING = Signing(
    nonce=7,
    spec_version=343,
    transaction_version=1,
    genesis_hash=GENESIS,
    era_block_hash=BIRTH,
    era=Era(64, 42),
    tip=5,
)


def remark(metadata: Metadata, length: int = 3) -> bytes:
    return metadata.encode_call("System", "remark", {"remark": b"x" * length})


def signed(metadata: Metadata, call: bytes, signing: Signing = SIGNING) -> bytes:
    address = address_value(metadata, ALICE)
    signature = signature_value(metadata, "sr25519", SIGNATURE)
    return encode_signed(metadata, call, address, signature, signing.extra(metadata))


def test_the_bytes_of_a_signed_extrinsic(mainnet: Metadata) -> None:
    call = remark(mainnet)
    body = "84" + "00" + ALICE.hex() + "01" + SIGNATURE.hex()
    body += "a502" + "1c" + "14" + "00"  # era, nonce, tip, metadata hash off
    body += call.hex()
    assert signed(mainnet, call).hex() == compact_encode(len(body) // 2).hex() + body


def test_a_signed_extrinsic_comes_back(mainnet: Metadata) -> None:
    call = remark(mainnet)
    found = Extrinsic.decode(signed(mainnet, call), mainnet)
    assert found.signed
    assert found.signer == ALICE
    assert found.address == ("Id", ALICE)
    assert found.signature == ("Sr25519", SIGNATURE)
    assert found.extra == {
        "CheckMortality": ("Mortal", (64, 42)),
        "CheckNonce": 7,
        "ChargeTransactionPayment": 5,
        "CheckMetadataHash": "Disabled",
    }
    assert found.call == ("System", "remark", {"remark": b"xxx"})
    assert found.call_data == call
    again = encode_signed(mainnet, found.call_data, found.address, found.signature, found.extra)
    assert again == signed(mainnet, call)


def test_an_unsigned_extrinsic(mainnet: Metadata) -> None:
    call = mainnet.encode_call("Timestamp", "set", {"now": 12_000})
    data = encode_unsigned(call)
    assert data == compact_encode(len(call) + 1) + b"\x04" + call
    found = Extrinsic.decode(data, mainnet)
    assert (found.signed, found.signer, found.extra) == (False, None, {})
    assert found.call == ("Timestamp", "set", {"now": 12_000})


def test_what_is_signed(mainnet: Metadata) -> None:
    call = remark(mainnet)
    payload = signing_payload(mainnet, call, SIGNING.extra(mainnet), SIGNING.additional(mainnet))
    extra = bytes.fromhex("a5021c1400")
    additional = (343).to_bytes(4, "little") + (1).to_bytes(4, "little") + GENESIS + BIRTH + b"\0"
    assert payload == call + extra + additional


def test_a_long_payload_is_signed_as_its_hash(mainnet: Metadata) -> None:
    fixed = len(remark(mainnet, 0)) + 5 + 73
    for length, hashed in ((256 - fixed - 1, False), (256 - fixed, True)):
        call = remark(mainnet, length)
        extra, additional = SIGNING.extra(mainnet), SIGNING.additional(mainnet)
        payload = signing_payload(mainnet, call, extra, additional)
        assert (len(payload) == 32) is hashed
    long = call + bytes.fromhex("a5021c1400") + (343).to_bytes(4, "little") + b"\1\0\0\0"
    assert payload == blake2_256(long + GENESIS + BIRTH + b"\0")


def test_the_metadata_hash_is_only_signed(mainnet: Metadata) -> None:
    checked = Signing(**{**vars(SIGNING), "metadata_hash": b"\x33" * 32})
    call = remark(mainnet)
    extra, additional = checked.extra(mainnet), checked.additional(mainnet)
    payload = signing_payload(mainnet, call, extra, additional)
    assert payload.endswith(b"\x01" + b"\x33" * 32)
    found = Extrinsic.decode(signed(mainnet, call, checked), mainnet)
    assert found.extra["CheckMetadataHash"] == "Enabled"


def test_an_extension_without_its_value(mainnet: Metadata) -> None:
    extra = SIGNING.extra(mainnet)
    del extra["CheckNonce"]
    with pytest.raises(UsageError, match="CheckNonce needs a value"):
        signing_payload(mainnet, remark(mainnet), extra, SIGNING.additional(mainnet))
    with pytest.raises(EncodeError):
        signing_payload(mainnet, b"", {**extra, "CheckNonce": -1}, SIGNING.additional(mainnet))


def test_the_hash_is_that_of_all_bytes(mainnet: Metadata) -> None:
    data = signed(mainnet, remark(mainnet))
    assert extrinsic_hash(data) == blake2_256(data)


def test_damaged_extrinsics(mainnet: Metadata) -> None:
    data = signed(mainnet, remark(mainnet))
    for length in range(len(data)):
        with pytest.raises(DecodeError):
            Extrinsic.decode(data[:length], mainnet)
    start = len(compact_encode(len(data)))
    for damaged, words in (
        (data + b"\0", "declares"),
        (b"\0", "not of format 4"),
        (data[:start] + b"\x85" + data[start + 1 :], "not of format 4"),
        (compact_encode(len(data) - start + 1) + data[start:] + b"\0", "left after the call"),
    ):
        with pytest.raises(DecodeError, match=words):
            Extrinsic.decode(damaged, mainnet)


def test_scalecodec_reads_the_same(mainnet: Metadata, mainnet_14_bytes: bytes) -> None:
    config = RuntimeConfigurationObject(implements_scale_info=True)
    config.update_type_registry(load_type_registry_preset("core"))
    theirs = config.create_scale_object("MetadataVersioned", ScaleBytes(mainnet_14_bytes))
    theirs.decode()
    config.add_portable_registry(theirs)
    call = mainnet.encode_call(
        "Balances", "transfer_keep_alive", {"dest": ("Id", ALICE), "value": 12345}
    )
    data = signed(mainnet, call)
    found: dict[str, Any] = config.create_scale_object(
        "Extrinsic", ScaleBytes(data), metadata=theirs
    ).decode()
    assert found["extrinsic_hash"] == "0x" + extrinsic_hash(data).hex()
    assert found["address"] == "0x" + ALICE.hex()
    assert found["signature"] == {"Sr25519": "0x" + SIGNATURE.hex()}
    assert (found["nonce"], found["tip"], found["era"]) == (7, 5, (64, 42))
    assert found["call"]["call_function"] == "transfer_keep_alive"
    assert [arg["value"] for arg in found["call"]["call_args"]] == ["0x" + ALICE.hex(), 12345]
