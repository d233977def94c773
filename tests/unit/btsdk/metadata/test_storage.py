"""Storage keys: known ones, prefixes, and back again for the hashers that keep their keys."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import DecodeError, UsageError
from btsdk.metadata import Metadata, StorageMetadata
from btsdk.metadata.storage import HASHERS
from btsdk.scale import Registry
from btsdk.scale.types import Primitive, Tuple, Type

ALICE = bytes.fromhex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d")


def test_the_key_of_an_account(mainnet: Metadata) -> None:
    """The first key that anybody who reads a Substrate chain learns."""
    account = mainnet.storage("System", "Account")
    assert account.prefix.hex() == (
        "26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"
    )
    key = account.key(ALICE)
    assert key.hex() == account.prefix.hex() + "de1e86a9a8c739864cf3cc5ec2bea59f" + ALICE.hex()
    assert account.decode_key(key) == (ALICE,)
    assert account.key() == account.prefix


def test_missing_values_read_as_none_or_the_default(mainnet: Metadata) -> None:
    account = mainnet.storage("System", "Account")
    assert not account.optional
    assert account.decode(None)["nonce"] == 0
    assert mainnet.storage("SubtensorModule", "Axons").decode(None) is None


def test_values_are_encoded_and_decoded(mainnet: Metadata) -> None:
    weights = mainnet.storage("SubtensorModule", "Weights")
    row = [(1, 65535), (2, 0)]
    assert weights.decode(weights.encode(row)) == row


def item(*hashers: str) -> StorageMetadata:
    """A map from u16s, one for each hasher."""
    pair = Tuple((0,) * len(hashers))
    registry = Registry([Type(0, (), (), Primitive("u16")), Type(1, (), (), pair)])
    key_type = 0 if len(hashers) == 1 else 1
    return StorageMetadata(registry, "Item", "Pallet", 0, b"\0\0", False, hashers, key_type)


@pytest.mark.parametrize(
    "hashers",
    [
        ("Identity",),
        ("Twox64Concat",),
        ("Blake2_128Concat",),
        ("Identity", "Twox64Concat"),
        ("Blake2_128Concat", "Identity", "Twox64Concat"),
    ],
)
def test_keys_come_back(hashers: tuple[str, ...]) -> None:
    storage = item(*hashers)
    keys = tuple(range(500, 500 + len(hashers)))
    raw = storage.key(*keys)
    assert storage.decode_key(raw) == keys
    for count in range(len(keys)):
        assert raw.startswith(storage.key(*keys[:count]))
        with pytest.raises(DecodeError):
            storage.decode_key(storage.key(*keys[:count]))
    with pytest.raises(DecodeError, match="1 bytes are left"):
        storage.decode_key(raw + b"\0")


@pytest.mark.parametrize("hasher", ["Blake2_128", "Blake2_256", "Twox128", "Twox256"])
def test_some_hashers_do_not_keep_the_key(hasher: str) -> None:
    storage = item(hasher)
    assert len(storage.key(7)) == 32 + HASHERS[hasher].digest
    with pytest.raises(DecodeError, match="does not keep the key"):
        storage.decode_key(storage.key(7))


def test_keys_of_another_item() -> None:
    with pytest.raises(DecodeError, match=r"not the prefix of Pallet\.Item"):
        item("Identity").decode_key(bytes(34))


def test_too_many_keys() -> None:
    with pytest.raises(UsageError, match="has 1 keys, not 2"):
        item("Identity").key(1, 2)


def test_every_map_of_mainnet_takes_its_default_keys(mainnet: Metadata) -> None:
    """Keys of zeros, where a key has a fixed width: written and read back."""
    tried = 0
    for pallet in mainnet.pallets.values():
        for storage in pallet.storage.values():
            codecs = [mainnet.registry.codec(type_id) for type_id in storage.keys]
            if not codecs or any(codec.fixed_size is None for codec in codecs):
                continue
            keys: tuple[Any, ...] = tuple(c.decode(bytes(c.fixed_size or 0)) for c in codecs)
            if all(HASHERS[name].keeps for name in storage.hashers):
                assert storage.decode_key(storage.key(*keys)) == keys
                tried += 1
    assert tried > 150
