"""Unsigned payloads as JSON, and signatures made elsewhere."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.extrinsic import Era, Signing
from btsdk.keys import Crypto, ss58
from btsdk.keys.keypair import Keypair
from btsdk.tx.signed import FORMAT, UnsignedPayload


@pytest.mark.parametrize("value", ["17", '"0xzz"', "null", '["00"]'])
def test_a_payload_with_another_value_in_place_of_hex_is_refused(value: str) -> None:
    numbers = '"nonce": 0, "spec_version": 1, "transaction_version": 1, "metadata_hash": null'
    text = f'{{"format": {FORMAT}, {numbers}, "genesis_hash": {value}}}'
    with pytest.raises(UsageError, match="hex"):
        UnsignedPayload.from_json(text)


@pytest.mark.parametrize("crypto", ["sr25519", "ed25519", "ecdsa"])
@pytest.mark.parametrize("size", [0, 63, 64, 65])
def test_a_foreign_signature_that_is_wrong_is_refused(crypto: Crypto, size: int) -> None:
    with pytest.raises(UsageError, match="the signature is not by"):
        _payload(Keypair.from_uri("//Alice").public_key).signed(bytes(size), crypto)


def test_an_sr25519_signature_of_the_payload_is_taken() -> None:
    keypair = Keypair.from_uri("//Alice")
    payload = _payload(keypair.public_key)
    _taken_unless_changed(payload, keypair.sign(payload.payload), "sr25519")


def test_an_ed25519_signature_of_the_payload_is_taken() -> None:
    # RFC 8032, section 7.1, test 1: the message is empty.
    account = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    signature = (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )
    payload = _payload(bytes.fromhex(account), b"")
    _taken_unless_changed(payload, bytes.fromhex(signature), "ed25519")


def _taken_unless_changed(payload: UnsignedPayload, signature: bytes, crypto: Crypto) -> None:
    assert payload.signed(signature, crypto).signature == signature
    changed = bytes([signature[0] ^ 1]) + signature[1:]
    with pytest.raises(UsageError, match="the signature is not by"):
        payload.signed(changed, crypto)


def _payload(account: bytes, payload: bytes = b"payload") -> UnsignedPayload:
    signing = Signing(
        nonce=0,
        spec_version=1,
        transaction_version=1,
        genesis_hash=bytes(32),
        era_block_hash=bytes(32),
        era=Era.decode(b"\0"),
    )
    return UnsignedPayload(ss58.encode(account), b"call", signing, payload, None)
