"""`ext_hashing_*`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from btsdk.keys import hashing
from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host.function import DATA, Family, fixed
from local_node.state.cache import Cache

HASHING: Final = Family("hashing")


_SHORT: Final = 64
_REMEMBERED: Final = 4096


def remembering(function: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A hash function that remembers short preimages: names of pallets and items come in every
    block, thousands of times."""
    known: Cache[bytes, bytes] = Cache(_REMEMBERED)

    def digest(data: bytes) -> bytes:
        if len(data) > _SHORT:
            return function(data)
        found = known.get(data)
        if found is None:
            found = function(data)
            known.put(data, found)
        return found

    return digest


def _declare(name: str, length: int, function: Callable[[bytes], bytes]) -> None:
    def digest(_call: Call, data: bytes) -> bytes:
        return function(data)

    HASHING.function(1, DATA, returns=fixed(length), name=name)(digest)


def keccak_512(data: bytes) -> bytes:
    """Keccak with its original padding and a digest of 64 bytes."""
    from Crypto.Hash import keccak  # noqa: PLC0415 - hardly any runtime asks for it

    return keccak.new(digest_bits=512, data=data).digest()


_declare("twox_64", 8, hashing.twox_64)
_declare("twox_128", 16, remembering(hashing.twox_128))
_declare("twox_256", 32, remembering(hashing.twox_256))
_declare("blake2_128", 16, hashing.blake2_128)
_declare("blake2_256", 32, hashing.blake2_256)
_declare("keccak_256", 32, hashing.keccak_256)
_declare("keccak_512", 64, keccak_512)
_declare("sha2_256", 32, hashing.sha2_256)
