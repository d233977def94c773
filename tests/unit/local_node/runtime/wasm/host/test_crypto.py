"""Signatures and keys: what others signed, and what the node signs itself."""

from __future__ import annotations

import coincurve
import pytest
from nacl.signing import SigningKey

from btsdk.keys.hashing import blake2_256
from btsdk.keys.keypair import Keypair
from btsdk.keys.verifying import verify
from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import NONE, Bench, number, some, step

ALICE = Keypair.from_uri("//Alice")
CRYPTO = "ext_crypto_"
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
MESSAGE = b"what was signed"
KIND = b"test"


def test_sr25519_signatures(bench: Bench) -> None:
    good = ALICE.sign(MESSAGE)
    for version in "12":
        name = f"{CRYPTO}sr25519_verify_version_{version}"
        found = bench.run(
            step(name, good, MESSAGE, ALICE.public_key),
            step(name, good, MESSAGE + b".", ALICE.public_key),
            step(name, bytes(64), MESSAGE, ALICE.public_key),
            step(name, good, MESSAGE, b"\xff" * 32),
        )
        assert [number(answer) for answer in found] == [1, 0, 0, 0]


def test_ed25519_signatures(bench: Bench) -> None:
    key = SigningKey(b"k" * 32)
    good, public = bytes(key.sign(MESSAGE).signature), bytes(key.verify_key)
    name = f"{CRYPTO}ed25519_verify_version_1"
    found = bench.run(
        step(name, good, MESSAGE, public),
        step(name, good, b"", public),
        step(name, good[::-1], MESSAGE, public),
    )
    assert [number(answer) for answer in found] == [1, 0, 0]


@pytest.fixture
def signed() -> tuple[bytes, bytes, bytes, bytes]:
    """A signature, the digest under it, and the key in both forms."""
    key = coincurve.PrivateKey(b"\1" * 32)
    digest = blake2_256(MESSAGE)
    signature = key.sign_recoverable(digest, hasher=None)
    return signature, digest, key.public_key.format(), key.public_key.format(compressed=False)[1:]


def test_ecdsa_signatures(bench: Bench, signed: tuple[bytes, bytes, bytes, bytes]) -> None:
    signature, digest, public, _ = signed
    found = bench.run(
        step(f"{CRYPTO}ecdsa_verify_version_1", signature, MESSAGE, public),
        step(f"{CRYPTO}ecdsa_verify_version_2", signature, MESSAGE, public),
        step(f"{CRYPTO}ecdsa_verify_version_2", signature, digest, public),
        step(f"{CRYPTO}ecdsa_verify_prehashed_version_1", signature, digest, public),
        step(f"{CRYPTO}ecdsa_verify_prehashed_version_1", signature, bytes(32), public),
    )
    assert [number(answer) for answer in found] == [1, 1, 0, 1, 0]


@pytest.mark.parametrize("version", ["1", "2"])
def test_keys_are_recovered(
    bench: Bench, signed: tuple[bytes, bytes, bytes, bytes], version: str
) -> None:
    signature, digest, compressed, full = signed
    ethereum = signature[:64] + bytes((signature[64] + 27,))
    name = f"{CRYPTO}secp256k1_ecdsa_recover_version_{version}"
    short = f"{CRYPTO}secp256k1_ecdsa_recover_compressed_version_{version}"
    found = bench.run(
        step(name, signature, digest),
        step(name, ethereum, digest),
        step(short, signature, digest),
        step(name, signature[:64] + b"\x07", digest),
        step(name, bytes(65), digest),
    )
    assert found[:3] == [b"\0" + full, b"\0" + full, b"\0" + compressed]
    assert found[3:] == [b"\1\1", b"\1\2"]


def test_numbers_that_are_too_large_were_reduced_once(
    bench: Bench, signed: tuple[bytes, bytes, bytes, bytes]
) -> None:
    """A number may be written with the order added where that still fits 32 bytes."""
    digest = signed[1]
    small_s = (5).to_bytes(32, "big")
    signature = signed[0][:32] + small_s + signed[0][64:]
    large = signed[0][:32] + (5 + ORDER).to_bytes(32, "big") + signed[0][64:]
    name = f"{CRYPTO}secp256k1_ecdsa_recover_compressed_version_"
    small, first, second = bench.run(
        step(name + "2", signature, digest),
        step(name + "1", large, digest),
        step(name + "2", large, digest),
    )
    assert small[0] == 0
    assert first == small
    assert second == b"\1\0"


def test_a_batch_is_as_good_as_its_worst(bench: Bench) -> None:
    good = ALICE.sign(MESSAGE)
    start, finish = (
        step(f"{CRYPTO}start_batch_verify_version_1"),
        f"{CRYPTO}finish_batch_verify_version_1",
    )
    of_batch = f"{CRYPTO}sr25519_batch_verify_version_1"
    found = bench.run(
        start,
        step(of_batch, good, MESSAGE, ALICE.public_key),
        step(finish),
        start,
        step(of_batch, good, b"other", ALICE.public_key),
        step(of_batch, good, MESSAGE, ALICE.public_key),
        step(finish),
        step(f"{CRYPTO}ed25519_batch_verify_version_1", good, MESSAGE, ALICE.public_key),
        step(f"{CRYPTO}ecdsa_batch_verify_version_1", bytes(65), MESSAGE, bytes(33)),
    )
    assert [number(answer) for answer in found] == [1, 1, 0, 1, 0, 0, 0]


def test_batches_begin_once_and_end_once(bench: Bench) -> None:
    start, finish = (
        f"{CRYPTO}start_batch_verify_version_1",
        f"{CRYPTO}finish_batch_verify_version_1",
    )
    with pytest.raises(RuntimePanic, match="already open"):
        bench.run(step(start), step(start))
    with pytest.raises(RuntimePanic, match="no batch"):
        bench.run(step(finish))


# Keys of the node's own


def test_a_key_from_a_uri_is_the_one_everybody_derives(bench: Bench) -> None:
    [public] = bench.run(
        step(f"{CRYPTO}sr25519_generate_version_1", KIND, some(b"//Alice"), gives=32)
    )
    assert public == ALICE.public_key


@pytest.mark.parametrize(
    ("scheme", "public"),
    [
        ("ed25519", "88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee"),
        ("ecdsa", "020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1"),
    ],
)
def test_alice_in_the_other_schemes(bench: Bench, scheme: str, public: str) -> None:
    expected = bytes.fromhex(public)
    name = f"{CRYPTO}{scheme}_generate_version_1"
    assert bench.one(name, KIND, some(b"//Alice"), gives=len(expected)) == expected


@pytest.mark.parametrize(("scheme", "length"), [("sr25519", 32), ("ed25519", 32), ("ecdsa", 33)])
def test_the_node_signs_with_keys_that_it_made(bench: Bench, scheme: str, length: int) -> None:
    generate, sign = f"{CRYPTO}{scheme}_generate_version_1", f"{CRYPTO}{scheme}_sign_version_1"
    public = bench.one(generate, KIND, NONE, gives=length)
    listed, of_others, unknown, signed = bench.run(
        step(f"{CRYPTO}{scheme}_public_keys_version_1", KIND),
        step(f"{CRYPTO}{scheme}_public_keys_version_1", b"else"),
        step(sign, b"else", public, MESSAGE),
        step(sign, KIND, public, MESSAGE),
    )
    assert (listed, of_others, unknown) == (b"\x04" + public, b"\x00", NONE)
    account = blake2_256(public) if scheme == "ecdsa" else public
    assert signed[0] == 1
    assert verify(signed[1:], MESSAGE, account, scheme)  # type: ignore[arg-type]


def test_a_digest_is_signed_as_it_is(bench: Bench) -> None:
    public = bench.one(f"{CRYPTO}ecdsa_generate_version_1", KIND, NONE, gives=33)
    digest = blake2_256(MESSAGE)
    name = f"{CRYPTO}ecdsa_sign_prehashed_version_1"
    signed, unknown = bench.run(
        step(name, KIND, public, digest), step(name, b"else", public, digest)
    )
    assert unknown == NONE
    check = f"{CRYPTO}ecdsa_verify_prehashed_version_1"
    assert number(bench.one(check, signed[1:], digest, public)) == 1
