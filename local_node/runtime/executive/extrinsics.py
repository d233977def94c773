"""From an extrinsic's bytes to a call with its signer.

Format 4: a version byte, for a signed one address, signature and what the extensions carry, then
the call. Bare extrinsics of format 5 differ in the version byte alone and are taken too; those with
extensions and no signature (`General`) are refused, as nothing here would authorise them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final, NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale import Codec
from btsdk.scale.primitives import compact_encode
from chain_spec.runtime import OUTER_CALL, SIGNED_EXTRA, Interface
from chain_spec.types.substrate import MultiAddress, MultiSignature
from local_node.runtime.frame.bounds import Bounds
from local_node.runtime.frame.origin import CallValue
from local_node.state.cache import Cache

SIGNED = 0x84
BARE = (0x04, 0x05)
GENERAL = 0x45
_NEW_BARE = b"\x04"

_REMEMBERED: Final = 4096
"""Signed extrinsics that are kept decoded, on their way from the pool into a block."""
_UNCHANGING = (int, bytes, str, tuple, type(None))


class SignedPart(NamedTuple):
    """What stands before the call. `covered` are the bytes that the signature begins with."""

    address: tuple[str, Any]
    signature: tuple[str, bytes]
    extra: tuple[Any, ...]
    covered: bytes


class Extrinsic(NamedTuple):
    """A decoded extrinsic; `content` is without the length prefix, `length` with it."""

    call: CallValue
    signed: SignedPart | None
    content: bytes
    length: int
    is_general: bool = False

    @property
    def encoded(self) -> bytes:
        """The whole encoding, length prefix included."""
        return compact_encode(len(self.content)) + self.content

    @property
    def call_name(self) -> str:
        """As in `Timestamp.set`."""
        pallet, inner = self.call
        return f"{pallet}.{inner if isinstance(inner, str) else inner[0]}"


class Extrinsics:
    """The extrinsics of one interface."""

    def __init__(self, interface: Interface) -> None:
        self._address = interface.codec(MultiAddress)
        self._signature = interface.codec(MultiSignature)
        self._extra = interface.codec(SIGNED_EXTRA)
        self._interface = interface
        self._bounds = Bounds(interface)
        self._signed: Cache[bytes, Extrinsic] = Cache(_REMEMBERED)

    def decode(self, content: bytes) -> Extrinsic:
        """Raises `DecodeError` unless the bytes are one extrinsic, and nothing after it."""
        known = self._signed.get(content)
        if known is not None:
            return known
        extrinsic = self._decode(content)
        if extrinsic.signed is not None and _is_unchanging(extrinsic.call):
            self._signed.put(content, extrinsic)
        return extrinsic

    def _decode(self, content: bytes) -> Extrinsic:
        if not content:
            raise DecodeError("an extrinsic has at least its version byte", offset=0)
        length = len(content) + len(compact_encode(len(content)))
        version = content[0]
        if version == SIGNED:
            return self._decode_signed(content, length)
        if version in BARE:
            return Extrinsic(self._decode_call(content[1:]), None, content, length)
        if version == GENERAL and content[1:2] == b"\x00":
            _, offset = self._extra.read(content, 2)
            call = self._decode_call(content[offset:])
            return Extrinsic(call, None, content, length, is_general=True)
        raise DecodeError(f"version byte {version:#04x} is not one of an extrinsic", offset=0)

    @cached_property
    def _call(self) -> Codec:
        """Of calls: as large as the chain, so it waits for the first one."""
        return self._interface.codec(OUTER_CALL)

    def bare(self, call: CallValue) -> bytes:
        """The content of an extrinsic that nobody signs."""
        return _NEW_BARE + self._call.encode(call)

    def _decode_call(self, data: bytes) -> CallValue:
        call: CallValue = self._call.decode(data)
        self._bounds.check(call)
        return call

    def _decode_signed(self, content: bytes, length: int) -> Extrinsic:
        address, offset = self._address.read(content, 1)
        signature, extra_at = self._signature.read(content, offset)
        extra, call_at = self._extra.read(content, extra_at)
        call = self._decode_call(content[call_at:])
        covered = content[call_at:] + content[extra_at:call_at]
        return Extrinsic(call, SignedPart(address, signature, extra, covered), content, length)


def _is_unchanging(call: CallValue) -> bool:
    """Whether no dispatchable could leave its arguments other than they were."""
    inner = call[1]
    return isinstance(inner, str) or all(
        isinstance(value, _UNCHANGING) for value in inner[1].values()
    )
