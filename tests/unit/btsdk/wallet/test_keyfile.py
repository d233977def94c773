"""The JSON of key files: what is written, and everything that was ever written by others."""

from __future__ import annotations

import json
import traceback
from typing import Any

import pytest

from btsdk.errors import KeyFileCorrupt
from btsdk.keys import Keypair, PublicKey
from btsdk.keys.uri import DEV_PHRASE
from btsdk.wallet import keyfile

ALICE = Keypair.from_uri("//Alice")
WORDS = Keypair.from_mnemonic(DEV_PHRASE)


def _file(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def test_keys_and_their_order() -> None:
    names = ["accountId", "publicKey", "privateKey", "secretPhrase", "secretSeed", "ss58Address"]
    content = json.loads(keyfile.dump_keypair(WORDS))
    assert list(content) == names
    assert content["accountId"] == content["publicKey"] == "0x" + WORDS.public_key.hex()
    assert content["secretPhrase"] == DEV_PHRASE
    assert content["ss58Address"] == WORDS.ss58_address
    assert list(json.loads(keyfile.dump_keypair(ALICE))) == [*names[:3], names[5]]


def test_public_files_hold_nothing_else() -> None:
    content = json.loads(keyfile.dump_public(WORDS.public))
    assert list(content) == ["accountId", "publicKey", "ss58Address"]


@pytest.mark.parametrize(
    "keypair",
    [WORDS, ALICE, Keypair.from_seed(bytes(32)), Keypair.generate(24)],
    ids=["words", "uri", "seed", "generated"],
)
def test_round_trip(keypair: Keypair) -> None:
    data = keyfile.dump_keypair(keypair)
    loaded = keyfile.load_keypair(data, "file")
    assert loaded == keypair
    assert loaded.reveal() == keypair.reveal()
    assert keyfile.load_public(data, "file") == keypair.public


def test_nulls_of_older_tools() -> None:
    data = _file(
        accountId=None, publicKey=None, privateKey=None, secretPhrase=None, secretSeed=None,
        ss58Address=ALICE.ss58_address,
    )  # fmt: skip
    assert keyfile.load_public(data, "file") == ALICE.public
    with pytest.raises(KeyFileCorrupt, match="no secret key"):
        keyfile.load_keypair(data, "file")


@pytest.mark.parametrize("text", [ALICE.ss58_address, "0x" + ALICE.public_key.hex() + "\n"])
def test_bare_public_files_of_the_first_tools(text: str) -> None:
    assert keyfile.load_public(text.encode(), "file") == PublicKey(ALICE.public_key)


def test_crypto_type_of_the_newest_tools() -> None:
    content = json.loads(keyfile.dump_keypair(ALICE))
    assert keyfile.load_keypair(_file(**content, cryptoType=1), "file") == ALICE
    with pytest.raises(KeyFileCorrupt, match="another public key"):
        keyfile.load_keypair(_file(**content, cryptoType=0), "file")
    for number in (2, "0", True):
        with pytest.raises(KeyFileCorrupt, match="neither an sr25519 nor an ed25519 key"):
            keyfile.load_keypair(_file(**content, cryptoType=number), "file")


@pytest.mark.parametrize("uri", ["//Alice", DEV_PHRASE])
def test_ed25519_keys_say_their_type(uri: str) -> None:
    key = Keypair.from_uri(uri, crypto="ed25519")
    private, public = keyfile.dump_keypair(key), keyfile.dump_public(key.public)
    assert json.loads(private)["cryptoType"] == json.loads(public)["cryptoType"] == 0
    assert keyfile.load_keypair(private, "file") == key
    assert keyfile.load_keypair(private, "file").reveal() == key.reveal()
    assert keyfile.load_public(public, "file") == key.public != PublicKey(key.public_key)


def test_an_ed25519_key_file_of_bittensor_wallet() -> None:
    # Version 4.1.1 writes the characters of a seed that it was given in place of its hex digits.
    data = _file(
        cryptoType=0,
        privateKey="0x" + "11" * 32,
        publicKey="0xd04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737",
        secretSeed="0x" + "\x11" * 32,
        ss58Address="5Gmp1LHh81mEqwCDPP7ug46TTMXYo3ZuwVHTeNhP1Gp2jLKV",
    )
    key = keyfile.load_keypair(data, "file")
    assert key == Keypair.from_seed(b"\x11" * 32, crypto="ed25519")


def test_a_secret_has_to_fit_the_public_key() -> None:
    content = json.loads(keyfile.dump_keypair(WORDS))
    damaged = {**content, "secretPhrase": DEV_PHRASE.replace("walk", "wall")}
    assert keyfile.load_keypair(_file(**damaged), "file") == WORDS  # the seed still fits
    foreign = {**content, "publicKey": "0x" + ALICE.public_key.hex()}
    with pytest.raises(KeyFileCorrupt, match="differ"):
        keyfile.load_keypair(_file(**foreign), "file")
    only = {"secretSeed": content["secretSeed"], "ss58Address": ALICE.ss58_address}
    with pytest.raises(KeyFileCorrupt, match="another public key"):
        keyfile.load_keypair(_file(**only), "file")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"{}",
        b"[]",
        b"hello",
        _file(publicKey="0x12"),
        _file(publicKey="xyz"),
        _file(ss58Address="5Grw"),
        _file(publicKey=5),
    ],
)
def test_what_is_no_key_file(data: bytes) -> None:
    with pytest.raises(KeyFileCorrupt) as caught:
        keyfile.load_public(data, "some/path")
    assert caught.value.path == "some/path"


def test_a_damaged_file_shows_no_secret() -> None:
    data = keyfile.dump_keypair(WORDS)[:-1]
    with pytest.raises(KeyFileCorrupt) as caught:
        keyfile.load_keypair(data, "file")
    error: BaseException | None = caught.value
    while error is not None:
        assert "curtain" not in "".join(traceback.format_exception(error))
        assert "curtain" not in repr(vars(error))
        error = error.__context__
