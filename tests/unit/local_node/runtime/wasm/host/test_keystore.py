"""Keys that a runtime generates: from a seed or at random, in memory alone."""

from __future__ import annotations

import coincurve
import pytest
from nacl.signing import VerifyKey

from btsdk.keys.hashing import blake2_256
from btsdk.keys.keypair import Keypair
from btsdk.keys.verifying import verify
from local_node.runtime.wasm.call import HostError
from local_node.runtime.wasm.host import keystore as room
from local_node.runtime.wasm.host.keystore import KeyStore, Scheme

KIND, OTHER = b"aura", b"gran"
MESSAGE = b"what is signed"


def test_a_seed_is_a_secret_uri() -> None:
    keys = KeyStore()
    public = keys.generate("sr25519", KIND, b"//Alice")
    assert public == Keypair.from_uri("//Alice").public_key
    signature = keys.sign("sr25519", KIND, public, MESSAGE)
    assert signature is not None
    assert verify(signature, MESSAGE, public)


def test_each_scheme_signs_with_its_own_key() -> None:
    keys = KeyStore()
    ed25519 = keys.generate("ed25519", KIND, b"//Alice")
    assert ed25519.hex() == "88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee"
    signature = keys.sign("ed25519", KIND, ed25519, MESSAGE)
    assert signature is not None
    VerifyKey(ed25519).verify(MESSAGE, signature)
    ecdsa = keys.generate("ecdsa", KIND, b"//Alice")
    digest = blake2_256(MESSAGE)
    signature = keys.sign("ecdsa", KIND, ecdsa, digest)
    assert signature is not None
    found = coincurve.PublicKey.from_signature_and_message(signature, digest, hasher=None)
    assert found.format(compressed=True) == ecdsa


@pytest.mark.parametrize("scheme", ["sr25519", "ed25519", "ecdsa"])
def test_without_a_seed_it_is_random(scheme: Scheme) -> None:
    keys = KeyStore()
    first, second = (keys.generate(scheme, KIND, None) for _ in range(2))
    assert first != second
    assert keys.public_keys(scheme, KIND) == [first, second]


def test_keys_of_another_type_are_apart() -> None:
    keys = KeyStore()
    public = keys.generate("sr25519", KIND, b"//Alice")
    assert keys.public_keys("sr25519", OTHER) == keys.public_keys("ed25519", KIND) == []
    assert keys.sign("sr25519", OTHER, public, MESSAGE) is None
    keys.generate("sr25519", KIND, b"//Alice")
    assert keys.public_keys("sr25519", KIND) == [public]


def test_soft_junctions_are_for_sr25519_alone() -> None:
    assert KeyStore().generate("sr25519", KIND, b"//Alice/soft")
    with pytest.raises(ValueError, match="no soft junctions"):
        KeyStore().generate("ed25519", KIND, b"//Alice/soft")


def test_it_has_a_maximum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_KEYS", 2)
    keys = KeyStore()
    for kind in (KIND, OTHER):
        keys.generate("sr25519", kind, b"//Alice")
    with pytest.raises(HostError, match="holds 2 keys"):
        keys.generate("ed25519", KIND, b"//Alice")
