"""The inherent data of a block: the time, the slot, the author's shield key.

A provider gives one entry of the `InherentData`, and is called if the runtime declares the API for
it. The runtime makes the extrinsics from the data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from btsdk.scale.primitives import compact_encode
from local_node.runtime.version import AURA_API, SHIELD_API, RuntimeVersion, api_id

TIMESTAMP: Final = b"timstap0"
AURA_SLOT: Final = b"auraslot"
SHIELD_KEY: Final = b"shieldpk"


class Moment(NamedTuple):
    """The time of a block: milliseconds of the chain's time, the slot if there are slots, and the
    shield key that the author announces."""

    timestamp_ms: int
    slot: int | None
    shield_key: bytes | None = None


def _timestamp(moment: Moment) -> bytes:
    return moment.timestamp_ms.to_bytes(8, "little")


def _aura_slot(moment: Moment) -> bytes:
    return (moment.slot or 0).to_bytes(8, "little")


def _shield_key(moment: Moment) -> bytes:
    key = moment.shield_key
    return b"\x00" if key is None else b"\x01" + _with_length(key)


_PROVIDERS: Final[tuple[tuple[bytes, bytes, Callable[[Moment], bytes]], ...]] = (
    (AURA_SLOT, AURA_API, _aura_slot),
    (SHIELD_KEY, SHIELD_API, _shield_key),
    (TIMESTAMP, api_id("BlockBuilder"), _timestamp),
)
"""Identifier, API that requires it, provider; sorted, as `InherentData` is a sorted map."""


def inherent_data(moment: Moment, version: RuntimeVersion) -> bytes:
    """The encoded `InherentData` for a runtime of this version."""
    entries = [
        identifier + _with_length(provider(moment))
        for identifier, api, provider in _PROVIDERS
        if version.declares(api)
    ]
    return compact_encode(len(entries)) + b"".join(entries)


def _with_length(data: bytes) -> bytes:
    return compact_encode(len(data)) + data
