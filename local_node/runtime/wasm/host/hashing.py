"""`ext_hashing_*`, except the hashes of storage keys, which are in WebAssembly (`hashes.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from btsdk.keys import hashing
from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host.function import DATA, Family, fixed

HASHING: Final = Family("hashing")


def _declare(name: str, length: int, function: Callable[[bytes], bytes]) -> None:
    def digest(_call: Call, data: bytes) -> bytes:
        return function(data)

    HASHING.function(1, DATA, returns=fixed(length), name=name)(digest)


def keccak_512(data: bytes) -> bytes:
    """Keccak with its original padding and a 64-byte digest."""
    from Crypto.Hash import keccak  # noqa: PLC0415 - rarely used

    return keccak.new(digest_bits=512, data=data).digest()


HASHING.in_wasm(1, "twox_64", DATA, returns=fixed(8))
HASHING.in_wasm(1, "twox_128", DATA, returns=fixed(16))
HASHING.in_wasm(1, "blake2_128", DATA, returns=fixed(16))
HASHING.in_wasm(1, "blake2_256", DATA, returns=fixed(32))
_declare("twox_256", 32, hashing.twox_256)
_declare("keccak_256", 32, hashing.keccak_256)
_declare("keccak_512", 64, keccak_512)
_declare("sha2_256", 32, hashing.sha2_256)
