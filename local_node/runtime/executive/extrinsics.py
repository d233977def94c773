"""The decoding of extrinsics to a call and its signer.

In format 4 an extrinsic is a version byte, then for a signed one the address, the signature and the
extensions' data, then the call. Bare extrinsics of format 5 differ only in the version byte and are
accepted too. Those with extensions and no signature (`General`) are refused, because no extension
here authorises them.
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
"""The number of signed extrinsics cached in decoded form between pool and block."""
_UNCHANGING = (int, bytes, str, tuple, type(None))


class SignedPart(NamedTuple):
    """The part before the call. `covered` is the first part of the signed payload."""

    address: tuple[str, Any]
    signature: tuple[str, bytes]
    extra: tuple[Any, ...]
    covered: bytes


class Extrinsic(NamedTuple):
    """A decoded extrinsic; `content` excludes the length prefix, `length` includes it."""

    call: CallValue
    signed: SignedPart | None
    content: bytes
    length: int
    is_general: bool = False

    @property
    def encoded(self) -> bytes:
        """The whole encoding, with length prefix."""
        return compact_encode(len(self.content)) + self.content

    @property
    def call_name(self) -> str:
        """The full name of the call, as in `Timestamp.set`."""
        pallet, inner = self.call
        return f"{pallet}.{inner if isinstance(inner, str) else inner[0]}"


class Extrinsics:
    """The decoder of one interface's extrinsics."""

    def __init__(self, interface: Interface) -> None:
        self._address = interface.codec(MultiAddress)
        self._signature = interface.codec(MultiSignature)
        self._extra = interface.codec(SIGNED_EXTRA)
        self._interface = interface
        self._bounds = Bounds(interface)
        self._signed: Cache[bytes, Extrinsic] = Cache(_REMEMBERED)

    def decode(self, content: bytes) -> Extrinsic:
        """Decode one extrinsic; raise `DecodeError` for anything else, trailing bytes included."""
        known = self._signed.get(content)
        if known is not None:
            return known
        extrinsic = self._decode(content)
        if extrinsic.signed is not None and _is_unchanging(extrinsic.call):
            self._signed.put(content, extrinsic)
        return extrinsic

    def _decode(self, content: bytes) -> Extrinsic:
        if not content:
            raise DecodeError("an extrinsic needs at least a version byte", offset=0)
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
        raise DecodeError(f"version byte {version:#04x} is not that of an extrinsic", offset=0)

    @cached_property
    def _call(self) -> Codec:
        """The codec of calls, made at first use because it covers the whole chain."""
        return self._interface.codec(OUTER_CALL)

    def bare(self, call: CallValue) -> bytes:
        """The content of an unsigned extrinsic."""
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
    """Whether no dispatchable can change the call's arguments in place."""
    inner = call[1]
    return isinstance(inner, str) or all(
        isinstance(value, _UNCHANGING) for value in inner[1].values()
    )
