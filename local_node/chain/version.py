"""The runtime's version, and the runtime APIs that it declares.

What a host does beyond the basic entry points (slots and seals, inherents) it does because the
runtime declares the API for it.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final, NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_read

_API_BYTES: Final = 8


def api_id(name: str) -> bytes:
    """How a version names an API: the blake2b hash of its name, 8 bytes long."""
    return blake2b(name.encode(), digest_size=_API_BYTES).digest()


AURA_API: Final = api_id("AuraApi")
SHIELD_API: Final = api_id("ShieldApi")


class RuntimeVersion(NamedTuple):
    """`sp_version::RuntimeVersion`; `apis` maps the ids of APIs to their versions."""

    spec_name: str
    impl_name: str
    authoring_version: int
    spec_version: int
    impl_version: int
    apis: tuple[tuple[bytes, int], ...]
    transaction_version: int
    system_version: int

    def declares(self, api: bytes) -> bool:
        return any(identifier == api for identifier, _ in self.apis)

    @classmethod
    def decode(cls, data: bytes) -> RuntimeVersion:
        spec_name, at = _text(data, 0)
        impl_name, at = _text(data, at)
        authoring, at = _u32(data, at)
        spec, at = _u32(data, at)
        impl, at = _u32(data, at)
        count, at = compact_read(data, at)
        apis = []
        for _ in range(count):
            identifier = data[at : at + _API_BYTES]
            version, at = _u32(data, at + _API_BYTES)
            apis.append((identifier, version))
        transaction, at = _u32(data, at)
        if at + 1 != len(data):
            raise DecodeError("not a RuntimeVersion", offset=at)
        return cls(spec_name, impl_name, authoring, spec, impl, tuple(apis), transaction, data[at])


def _u32(data: bytes, at: int) -> tuple[int, int]:
    end = at + 4
    if end > len(data):
        raise DecodeError("the runtime version is cut off", offset=at)
    return int.from_bytes(data[at:end], "little"), end


def _text(data: bytes, at: int) -> tuple[str, int]:
    length, at = compact_read(data, at)
    try:
        return data[at : at + length].decode(), at + length
    except UnicodeDecodeError:
        raise DecodeError("a name is not text", offset=at) from None
