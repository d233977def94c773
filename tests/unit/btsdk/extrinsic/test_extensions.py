"""Extensions: the list is the chain's, in its order, whoever is in it."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import DecodeError, IncompatibleItem, UsageError
from btsdk.extrinsic import Era, Signing, signing_payload
from btsdk.extrinsic.extensions import encode_additional, encode_extra, read_extra
from btsdk.frozen import replace
from btsdk.metadata import ExtensionMetadata, ExtrinsicMetadata, Metadata
from btsdk.scale import Registry
from btsdk.scale.types import Composite, Field, Primitive, Tuple, Type
from tests.unit.btsdk.script import dev_at

SIGNING = Signing(3, 1, 1, bytes(32), bytes(32), Era.immortal(), 9)


def chain(*extensions: ExtensionMetadata) -> Metadata:
    """A chain with types u8 (0), unit (1), `{level: u8}` (2) and (u8, u8) (3)."""
    types = (
        Type(0, (), (), Primitive("u8")),
        Type(1, (), (), Tuple(())),
        Type(2, ("Level",), (), Composite((Field("level", 0),))),
        Type(3, (), (), Tuple((0, 0))),
    )
    return Metadata(Registry(types), {}, ExtrinsicMetadata(4, 0, 0, 0, 1, extensions), 1, 0, None)


def test_order_and_presence_are_the_chains() -> None:
    one = chain(ExtensionMetadata("CheckNonce", 0, 1), ExtensionMetadata("Mine", 3, 2))
    other = chain(ExtensionMetadata("Mine", 3, 2), ExtensionMetadata("CheckNonce", 0, 1))
    assert SIGNING.extra(one) == {"CheckNonce": 3}
    values = {**SIGNING.extra(one), "Mine": (1, 2)}
    assert encode_extra(one, values) == b"\x03\x01\x02"
    assert encode_extra(other, values) == b"\x01\x02\x03"
    assert encode_additional(one, {"Mine": 7}) == b"\x07"
    assert read_extra(other, b"\xff\x01\x02\x03", 1) == ({"Mine": (1, 2), "CheckNonce": 3}, 4)


def test_what_takes_no_bytes_needs_no_value() -> None:
    empty = chain(ExtensionMetadata("CheckWeight", 1, 1), ExtensionMetadata("Unknown", 1, 1))
    assert encode_extra(empty, {}) == encode_additional(empty, {}) == b""
    assert read_extra(empty, b"", 0) == ({}, 0)


def test_what_nobody_knows_must_be_given() -> None:
    unknown = chain(ExtensionMetadata("Unknown", 0, 0))
    assert SIGNING.extra(unknown) == SIGNING.additional(unknown) == {}
    with pytest.raises(UsageError, match="Unknown needs a value"):
        encode_extra(unknown, SIGNING.extra(unknown))


def test_a_single_field_is_its_value() -> None:
    level = chain(ExtensionMetadata("Level", 2, 1))
    assert encode_extra(level, {"Level": 5}) == encode_extra(level, {"Level": {"level": 5}})
    assert read_extra(level, b"\x05", 0) == ({"Level": 5}, 1)
    with pytest.raises(DecodeError):
        read_extra(level, b"", 0)


def odd(metadata: Metadata, identifier: str, **types: int) -> Metadata:
    """The chain with other types for one of its extensions."""
    extensions = tuple(
        one._replace(**types) if one.identifier == identifier else one
        for one in metadata.extrinsic.extensions
    )
    return replace(metadata, extrinsic=metadata.extrinsic._replace(extensions=extensions))


def type_of(metadata: Metadata, *definitions: Any) -> int:
    """The id of a type that looks like this."""
    return next(
        id for id, entry in metadata.registry.types.items() if entry.definition in definitions
    )


@pytest.mark.parametrize(
    ("identifier", "side", "definition"),
    [
        ("CheckSpecVersion", "additional", Primitive("u64")),
        ("CheckSpecVersion", "additional", Primitive("u128")),
        ("CheckTxVersion", "additional", Tuple(())),
        ("CheckNonce", "extra", Primitive("u64")),
        ("CheckMetadataHash", "additional", Tuple(())),
        ("CheckMetadataHash", "extra", Tuple(())),
        ("CheckGenesis", "additional", Tuple(())),
        ("ChargeTransactionPayment", "extra", Primitive("u128")),
    ],
)
def test_a_known_extension_is_signed_in_its_one_form(
    identifier: str, side: str, definition: Any
) -> None:
    """Types of a node's choice would put bytes of its choice into what is signed."""
    metadata = dev_at().metadata
    signing = Signing(3, 425, 1, bytes(32), bytes(32), Era.immortal(), 9, b"\x07" * 32)
    signing_payload(metadata, b"", signing.extra(metadata), signing.additional(metadata))
    lying = odd(metadata, identifier, **{side: type_of(metadata, definition)})
    with pytest.raises(IncompatibleItem, match=f"the extension {identifier}"):
        signing_payload(lying, b"", signing.extra(lying), signing.additional(lying))


def test_a_version_of_more_than_four_bytes_is_refused() -> None:
    metadata = dev_at().metadata
    wide = odd(metadata, "CheckSpecVersion", additional=type_of(metadata, Primitive("u64")))
    signing = Signing(3, 425 + (1 << 32), 1, bytes(32), bytes(32))
    with pytest.raises(UsageError, match="four bytes"):
        signing_payload(wide, b"", signing.extra(wide), signing.additional(wide))


def test_an_extension_stands_in_the_list_once() -> None:
    metadata = dev_at().metadata
    extensions = (*metadata.extrinsic.extensions, metadata.extrinsic.extensions[1])
    twice = replace(metadata, extrinsic=metadata.extrinsic._replace(extensions=extensions))
    with pytest.raises(IncompatibleItem, match="expected one in the list"):
        signing_payload(twice, b"", SIGNING.extra(twice), SIGNING.additional(twice))
