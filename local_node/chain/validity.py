"""The runtime's verdict on an extrinsic: valid for the pool, applied, or refused."""

from __future__ import annotations

from typing import NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_read
from local_node.chain.errors import ValidityError


class PoolValidity(NamedTuple):
    """`sp_runtime::transaction_validity::PoolValidity`.

    Tags are opaque: an extrinsic is ready when each tag that it requires is provided by one before
    it. `longevity` is in blocks.
    """

    priority: int
    requires: tuple[bytes, ...]
    provides: tuple[bytes, ...]
    longevity: int
    propagate: bool


def decode_validity(data: bytes) -> PoolValidity | ValidityError:
    """A `TransactionValidity`."""
    if data[:1] != b"\x00":
        return ValidityError.decode(data, 1)
    priority = int.from_bytes(data[1:9], "little")
    requires, at = _tags(data, 9)
    provides, at = _tags(data, at)
    if at + 9 != len(data):
        raise DecodeError("not a TransactionValidity", offset=at)
    longevity = int.from_bytes(data[at : at + 8], "little")
    return PoolValidity(priority, requires, provides, longevity, data[at + 8] == 1)


def decode_applied(data: bytes) -> ValidityError | None:
    """Why an extrinsic is not in the block, from an `ApplyExtrinsicResult`; None if it is.

    One that failed in dispatch is in the block all the same.
    """
    return None if data[:1] == b"\x00" else ValidityError.decode(data, 1)


def _tags(data: bytes, at: int) -> tuple[tuple[bytes, ...], int]:
    count, at = compact_read(data, at)
    tags = []
    for _ in range(count):
        length, at = compact_read(data, at)
        if at + length > len(data):
            raise DecodeError("a tag is cut off", offset=at)
        tags.append(data[at : at + length])
        at += length
    return tuple(tags), at
