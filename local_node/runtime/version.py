"""The runtime's version, and the runtime APIs that it declares.

The host uses features beyond the basic entry points (slots and seals, inherents) only if the
runtime declares their API.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final, NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode, compact_read

_API_BYTES: Final = 8


def api_id(name: str) -> bytes:
    """The id of an API in a version: the 8-byte blake2b hash of its name."""
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

    @property
    def state_layout(self) -> int:
        """The trie layout of the state: 0, or 1 if long values are hashed."""
        return min(self.system_version, 1)

    @property
    def extrinsics_layout(self) -> int:
        """The trie layout of the extrinsics root."""
        return 1 if self.system_version >= 2 else 0

    def encode(self) -> bytes:
        return b"".join(
            (
                compact_encode(len(self.spec_name.encode())) + self.spec_name.encode(),
                compact_encode(len(self.impl_name.encode())) + self.impl_name.encode(),
                _le(self.authoring_version) + _le(self.spec_version) + _le(self.impl_version),
                compact_encode(len(self.apis)),
                *(identifier + _le(version) for identifier, version in self.apis),
                _le(self.transaction_version) + bytes((self.system_version,)),
            )
        )

    @classmethod
    def decode(cls, data: bytes) -> RuntimeVersion:
        """Decode a version; older runtimes end it after the APIs, or after the transaction
        version.
        """
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
        transaction, system = 1, 0
        if at < len(data):
            transaction, at = _u32(data, at)
        if at < len(data):
            system, at = data[at], at + 1
        if at != len(data):
            raise DecodeError("not a RuntimeVersion", offset=at)
        return cls(spec_name, impl_name, authoring, spec, impl, tuple(apis), transaction, system)


def read_apis(data: bytes) -> tuple[tuple[bytes, int], ...]:
    """The ids and versions of APIs in a runtime's `runtime_apis` section."""
    size = _API_BYTES + 4
    if len(data) % size:
        raise DecodeError("a list of runtime APIs is cut off", offset=len(data))
    starts = range(0, len(data), size)
    return tuple((data[at : at + _API_BYTES], _u32(data, at + _API_BYTES)[0]) for at in starts)


def _le(number: int) -> bytes:
    return number.to_bytes(4, "little")


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
