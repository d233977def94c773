"""Keypairs: the same keys as other implementations, signatures, and no way out for the secret."""

from __future__ import annotations

import copy
import pickle
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.errors import SecretError
from btsdk.keys import Keypair, PublicKey, Signer, verify
from btsdk.keys.uri import DEV_PHRASE

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
SEED = "fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e"


@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=64))
@settings(max_examples=25, deadline=None)
def test_agrees_with_substrate_interface(seed: bytes, message: bytes) -> None:
    substrate = pytest.importorskip("substrateinterface")
    ours = Keypair.from_seed(seed)
    theirs = substrate.Keypair.create_from_seed("0x" + seed.hex())
    assert ours.public_key == theirs.public_key
    assert ours.ss58_address == theirs.ss58_address
    assert ours.reveal().private_key == theirs.private_key
    assert theirs.verify(message, ours.sign(message))
    assert ours.verify(theirs.sign(message), message)


@given(path=st.lists(st.sampled_from(["//a", "/b", "//7", "/" + "long" * 20]), max_size=4))
@settings(max_examples=25, deadline=None)
def test_derivation_agrees_with_substrate_interface(path: list[str]) -> None:
    substrate = pytest.importorskip("substrateinterface")
    secret_uri = DEV_PHRASE + "".join(path)
    theirs = substrate.Keypair.create_from_uri(secret_uri)
    assert Keypair.from_uri(secret_uri).public_key == theirs.public_key


def test_every_secret_gives_the_same_key() -> None:
    key = Keypair.from_mnemonic(DEV_PHRASE)
    assert key.reveal().seed == bytes.fromhex(SEED)
    assert key == Keypair.from_seed(SEED) == Keypair.from_seed("0x" + SEED)
    assert key == Keypair.from_private_key(key.reveal().private_key)
    assert key == Keypair.from_private_key(key.reveal().private_key.hex())
    assert key == Keypair.from_uri(DEV_PHRASE) == Keypair.from_uri("0x" + SEED)
    assert hash(key) == hash(Keypair.from_seed(SEED))


def test_a_signature_is_of_its_message_and_key() -> None:
    alice, bob = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
    signature = alice.sign(b"message")
    assert len(signature) == 64
    assert verify(signature, b"message", alice.public_key)
    assert not verify(signature, b"Message", alice.public_key)
    assert not verify(signature, b"message", bob.public_key)
    assert not verify(signature[:-1] + bytes([signature[-1] ^ 0x40]), b"message", alice.public_key)


def test_is_a_signer() -> None:
    alice = Keypair.from_uri("//Alice")
    assert isinstance(alice, Signer)
    assert alice.crypto == "sr25519"


def test_generated_keys_differ_and_can_be_made_again() -> None:
    key = Keypair.generate(24)
    assert key != Keypair.generate(24)
    assert Keypair.from_mnemonic(key.reveal().mnemonic or "") == key


@pytest.mark.parametrize(
    ("constructor", "secret", "reason"),
    [
        (Keypair.from_seed, SEED[:-2], "32 bytes, not 31"),
        (Keypair.from_seed, SEED[:-1] + "g", "hex digits"),
        (Keypair.from_private_key, SEED, "64 bytes, not 32"),
        (Keypair.from_private_key, "ff" * 64, "not an sr25519"),
        (Keypair.from_private_key, "00" * 64, "not an sr25519"),
    ],
)
def test_what_is_no_secret_is_refused_and_not_repeated(
    constructor: object, secret: str, reason: str
) -> None:
    assert callable(constructor)
    with pytest.raises(SecretError, match=reason) as caught:
        constructor(secret)
    shown = "".join(traceback.format_exception(caught.value))
    assert SEED[8:16] not in shown


def test_secrets_are_not_shown() -> None:
    key = Keypair.from_mnemonic(DEV_PHRASE)
    private = key.reveal().private_key
    for text in (repr(key), str(key), repr(key.reveal()), str(key.reveal()), f"{key.public}"):
        for secret in (SEED, "curtain", private.hex(), repr(private), repr(private[:16])[2:-1]):
            assert secret not in text


def test_pickling_is_refused_and_copies_are_the_same() -> None:
    key = Keypair.from_uri("//Alice")
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(key)
    assert copy.copy(key) is key
    assert copy.deepcopy([key])[0] is key


def test_public_key_from_an_address() -> None:
    alice = Keypair.from_uri("//Alice")
    public = PublicKey.from_ss58(ALICE)
    assert public == alice.public
    assert public.verify(alice.sign(b"x"), b"x")
    assert str(public) == ALICE


def test_from_whichever_secret_there_is() -> None:
    key = Keypair.generate()
    secrets = key.reveal()
    seed, private = (secrets.seed or b"").hex(), secrets.private_key.hex()
    for text in (secrets.mnemonic, seed, f"0x{seed}", private, f" 0X{private.upper()}\n"):
        assert Keypair.from_secret(str(text)) == key
    assert Keypair.from_secret(private).sign(b"x")
    for text in ("", "0x", seed[:-1], private + "0", "0xgg", "abc def"):
        with pytest.raises(SecretError) as caught:
            Keypair.from_secret(text)
        assert len(text) < 8 or text not in str(caught.value)
