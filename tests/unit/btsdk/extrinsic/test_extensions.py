"""Extensions: the list is the chain's, in its order, whoever is in it."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError, UsageError
from btsdk.extrinsic import Era, Signing
from btsdk.extrinsic.extensions import encode_additional, encode_extra, read_extra
from btsdk.metadata import ExtensionMetadata, ExtrinsicMetadata, Metadata
from btsdk.scale import Registry
from btsdk.scale.types import Composite, Field, Primitive, Tuple, Type

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
