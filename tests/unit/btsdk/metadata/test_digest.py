"""The metadata hash: mainnet's, and what it does and does not depend on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from blake3 import blake3 as blake3_of

from btsdk.errors import UsageError
from btsdk.frozen import replace
from btsdk.metadata import ExtensionMetadata, ExtrinsicMetadata, Metadata, decode_metadata
from btsdk.metadata.digest import metadata_hash
from btsdk.scale import Registry
from btsdk.scale.types import Case, Compact, Composite, Field, Primitive, Sequence, Type, Variant

VECTORS = Path(__file__).parents[3] / "vectors" / "metadata_hash.json"
FACTS: dict[str, Any] = {
    "spec_version": 1,
    "spec_name": "nice",
    "base58_prefix": 1,
    "decimals": 1,
    "token_symbol": "lol",
}


def blake3(data: bytes) -> bytes:
    return blake3_of(data).digest()


def test_mainnet(mainnet_bytes: bytes) -> None:
    """Versions 14 and 15 describe the same extrinsics, so the hash is one."""
    (vector,) = json.loads(VECTORS.read_text())["hashes"]
    assert metadata_hash(decode_metadata(mainnet_bytes), **vector["facts"]).hex() == vector["hash"]


def small(*more: Type, compact: str = "u32", docs: str = "") -> Metadata:
    """A chain whose calls are `Go(Compact<…>, Vec<u8>)` and `Stop`."""
    calls = (
        Case("Stop", (), 3, (docs,)),
        Case("Go", (Field("far", 2, "Compact<T>"), Field("note", 3)), 1),
    )
    types = (
        Type(0, (), (), Primitive("u8")),
        Type(1, (), (), Primitive(compact)),
        Type(2, (), (), Compact(1)),
        Type(3, (), (), Sequence(0)),
        Type(4, ("runtime", "RuntimeCall"), (), Variant(calls)),
        Type(5, (), (), Composite(())),
        *more,
    )
    extrinsic = ExtrinsicMetadata(4, 3, 4, 3, 5, (ExtensionMetadata("Check", 5, 2),))
    return Metadata(Registry(types), {}, extrinsic, 5, 4, None)


def test_by_hand() -> None:
    """The digest of the small chain, put together byte by byte as the format says."""
    void, compact_u32, by_id, u8 = "15", "11", "16", "03"
    path = "081c72756e74696d65" + "2c52756e74696d6543616c6c"
    leaves = [
        "00" + "02" + u8 + "00",  # Vec<u8>, number 0
        path + "01" + "08476f" + "08"  # Go: two fields
        "010c666172" + compact_u32 + "0128436f6d706163743c543e"
        "01106e6f7465" + by_id + "00" + "00"
        "04" + "04",
        path + "01" + "1053746f70" + "00" + "0c" + "04",  # Stop
    ]
    hashes = [blake3(bytes.fromhex(leaf)) for leaf in leaves]
    root = blake3(blake3(hashes[1] + hashes[2]) + hashes[0])
    extrinsic = "04" + by_id + "00" + by_id + "04" + by_id + "00"
    extrinsic += "04" + "14436865636b" + void + compact_u32
    facts = "01000000" + "106e696365" + "0100" + "01" + "0c6c6f6c"
    digest = b"\x01" + root + blake3(bytes.fromhex(extrinsic)) + bytes.fromhex(facts)
    assert metadata_hash(small(), **FACTS) == blake3(digest)


def test_types_outside_extrinsics_and_docs_do_not_count() -> None:
    storage = Type(6, ("pallet", "Storage"), (), Composite((Field("a", 0),)))
    assert metadata_hash(small(storage, docs="x"), **FACTS) == metadata_hash(small(), **FACTS)


def test_everything_else_counts() -> None:
    hashes = {metadata_hash(small(), **FACTS), metadata_hash(small(compact="u64"), **FACTS)}
    for change in (
        {"spec_version": 2},
        {"spec_name": "nicer"},
        {"base58_prefix": 42},
        {"decimals": 9},
        {"token_symbol": "TAO"},
    ):
        hashes.add(metadata_hash(small(), **{**FACTS, **change}))
    chain = small()
    renamed = chain.extrinsic._replace(extensions=(ExtensionMetadata("Czech", 5, 2),))
    hashes.add(metadata_hash(replace(chain, extrinsic=renamed), **FACTS))
    assert len(hashes) == 8


def test_facts_that_do_not_fit() -> None:
    with pytest.raises(ValueError, match="base58_prefix"):
        metadata_hash(small(), **{**FACTS, "base58_prefix": 1 << 16})
    with pytest.raises((UsageError, ValueError)):
        metadata_hash(small(compact="bool"), **FACTS)
