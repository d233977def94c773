"""Metadata bytes: both versions to one model and back, and what is neither."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from btsdk.errors import DecodeError, UsageError
from btsdk.frozen import replace
from btsdk.metadata import decode_metadata, encode_metadata
from btsdk.scale import Registry, compact_encode
from btsdk.scale.types import Variant
from tests.unit.btsdk.script import dev_at


def test_the_wrapping_of_the_runtime_is_taken_off(mainnet_bytes: bytes) -> None:
    metadata = decode_metadata(mainnet_bytes)
    opaque = compact_encode(len(mainnet_bytes)) + mainnet_bytes
    assert decode_metadata(opaque) == metadata
    assert decode_metadata(b"\x01" + opaque) == metadata
    with pytest.raises(DecodeError, match="no metadata of this version"):
        decode_metadata(b"\x00")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not runtime metadata"),
        (b"\x01", "not runtime metadata"),
        (b"beta\x0e", "not runtime metadata"),
        (b"meta", "version None"),
        (b"meta\x0d", "version 13"),
        (b"meta\x10", "version 16"),
        (b"meta\x0e", "ends"),
        (b"meta\x0f\x03\xff\xff\xff\xff", "ends"),
    ],
)
def test_what_is_no_metadata(data: bytes, words: str) -> None:
    with pytest.raises(DecodeError, match=words):
        decode_metadata(data)


def test_damage_anywhere_is_a_typed_error_or_a_usable_model(mainnet_bytes: bytes) -> None:
    """What a hostile node may serve: bytes changed at random, and whatever types come out of it."""
    chance = random.Random(343)
    for _ in range(8):
        data = bytearray(mainnet_bytes)
        for _ in range(chance.choice([1, 10, 100])):
            data[chance.randrange(5, len(data))] = chance.choice([0, 1, 4, 255])
        try:
            metadata = decode_metadata(bytes(data))
        except DecodeError:
            continue
        for type_id in chance.sample(list(metadata.registry.types), 40):
            with contextlib.suppress(DecodeError):
                codec = metadata.registry.codec(type_id)
                value, _ = codec.read(bytes(300), 0)
                assert codec.decode(codec.encode(value)) == value


def test_both_versions_say_the_same_of_the_runtime(shared_data: Path) -> None:
    old, new = (
        decode_metadata((shared_data / f"mainnet-343-v{version}.scale").read_bytes())
        for version in (14, 15)
    )
    assert list(old.pallets) == list(new.pallets)
    assert (old.apis, old.outer_error) == ({}, None)
    for name, pallet in old.pallets.items():
        other = new.pallet(name)
        assert (pallet.index, pallet.storage_prefix) == (other.index, other.storage_prefix)
        assert list(pallet.calls) == list(other.calls)
        assert list(pallet.events) == list(other.events)
        assert list(pallet.errors) == list(other.errors)
        assert [(c.name, c.value) for c in pallet.constants.values()] == [
            (c.name, c.value) for c in other.constants.values()
        ]
        for item in pallet.storage.values():
            twin = other.storage[item.name]
            assert (item.prefix, item.hashers, item.default, item.optional) == (
                twin.prefix,
                twin.hashers,
                twin.default,
                twin.optional,
            )
    assert [e.identifier for e in old.extrinsic.extensions] == [
        e.identifier for e in new.extrinsic.extensions
    ]


def test_the_newer_version_encodes_as_the_older(shared_data: Path) -> None:
    new = decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes())
    older = decode_metadata(encode_metadata(new, 14))
    assert older.outer_call == new.outer_call
    assert older.outer_event == new.outer_event
    assert list(older.pallets) == list(new.pallets)


def test_a_version_needs_what_it_names(shared_data: Path) -> None:
    old = decode_metadata((shared_data / "mainnet-343-v14.scale").read_bytes())
    with pytest.raises(UsageError, match="outer event and error"):
        encode_metadata(old, 15)
    with pytest.raises(UsageError, match="version 13"):
        encode_metadata(old, 13)


@pytest.mark.parametrize("part", ["RuntimeCall", "RuntimeEvent"])
@pytest.mark.parametrize("damage", ["index", "type", "twice"])
def test_what_encodes_a_call_is_what_its_pallet_shows(part: str, damage: str) -> None:
    """A node might show one enum in the pallets and have another one encode."""
    honest = dev_at().metadata
    types = dict(honest.registry.types)
    entry = next(one for one in types.values() if one.path[-1:] == (part,))
    first, second, *rest = entry.definition.variants
    cases = {
        "index": (first._replace(index=second.index), second._replace(index=first.index), *rest),
        "type": (first._replace(fields=second.fields), second._replace(fields=first.fields), *rest),
        "twice": (first, second, *rest, first._replace(index=250)),
    }
    types[entry.id] = entry._replace(definition=Variant(cases[damage]))
    lying = replace(honest, registry=Registry(types.values()))
    with pytest.raises(DecodeError, match="the runtime's enum has"):
        decode_metadata(encode_metadata(lying, 15))
    assert decode_metadata(encode_metadata(honest, 15))
