"""Keystores in and out, against substrate-interface's reading and writing of them."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from btsdk.errors import KeyFileCorrupt, WrongPassword
from btsdk.keys import Keypair
from btsdk.wallet.keystore import open_keystore, seal_keystore

ALICE = Keypair.from_uri("//Alice")


def _changed(text: str, **fields: Any) -> str:
    return json.dumps({**json.loads(text), **fields})


@pytest.fixture(scope="module")
def sealed() -> str:
    return seal_keystore(ALICE, "password", "alice")


def test_round_trip(sealed: str) -> None:
    assert open_keystore(sealed, "password").reveal().private_key == ALICE.reveal().private_key
    assert ALICE.reveal().private_key.hex() not in sealed


def test_substrate_interface_opens_ours(sealed: str) -> None:
    substrate = pytest.importorskip("substrateinterface")
    theirs = substrate.Keypair.create_from_encrypted_json(json.loads(sealed), "password")
    assert theirs.public_key == ALICE.public_key
    assert theirs.private_key == ALICE.reveal().private_key


def test_we_open_theirs() -> None:
    substrate = pytest.importorskip("substrateinterface")
    theirs = substrate.Keypair.create_from_uri("//Alice")
    assert open_keystore(json.dumps(theirs.export_to_encrypted_json("pw")), "pw") == ALICE


def test_ed25519_keys() -> None:
    key = Keypair.from_uri("//Alice", crypto="ed25519")
    sealed = seal_keystore(key, "password")
    assert json.loads(sealed)["encoding"]["content"] == ["pkcs8", "ed25519"]
    assert open_keystore(sealed, "password") == key
    substrate = pytest.importorskip("substrateinterface")
    theirs = substrate.Keypair.create_from_encrypted_json(json.loads(sealed), "password")
    assert theirs.public_key == key.public_key


def test_unencrypted_keystores(sealed: str) -> None:
    content = json.loads(sealed)
    import sr25519

    secret = sr25519.convert_secret_key_to_ed25519(ALICE.reveal().private_key)
    header = bytes([48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32])
    document = header + secret + bytes([161, 35, 3, 33, 0]) + ALICE.public_key
    content["encoded"] = base64.b64encode(document).decode()
    content["encoding"]["type"] = ["none"]
    assert open_keystore(json.dumps(content), "") == ALICE


def test_a_wrong_password(sealed: str) -> None:
    with pytest.raises(WrongPassword, match="does not open"):
        open_keystore(sealed, "Password")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"encoding": 1}', '{"encoding": {"content": ["ecdsa"]}}'],
)
def test_other_documents(text: str) -> None:
    with pytest.raises(KeyFileCorrupt, match="not a version 3 keystore"):
        open_keystore(text, "p")


def test_damaged_keystores(sealed: str) -> None:
    raw = base64.b64decode(json.loads(sealed)["encoded"])
    greedy = raw[:32] + (1 << 31).to_bytes(4, "little") + raw[36:]
    for encoded in (
        "*",
        "",
        base64.b64encode(raw[:40]).decode(),
        base64.b64encode(greedy).decode(),
    ):
        with pytest.raises(KeyFileCorrupt):
            open_keystore(_changed(sealed, encoded=encoded), "password")
