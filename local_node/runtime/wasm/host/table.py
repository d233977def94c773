"""All host functions by the name of their import, without the allocator's (`allocator.py`)."""

from __future__ import annotations

from typing import Final

from local_node.runtime.wasm.host.bls12_381 import BLS12_381
from local_node.runtime.wasm.host.child_storage import CHILD_STORAGE
from local_node.runtime.wasm.host.crypto import CRYPTO
from local_node.runtime.wasm.host.function import Family, HostFunction
from local_node.runtime.wasm.host.hashing import HASHING
from local_node.runtime.wasm.host.logs import LOGGING, PANIC_HANDLER
from local_node.runtime.wasm.host.offchain import OFFCHAIN, OFFCHAIN_INDEX
from local_node.runtime.wasm.host.other import MISC, PROOF_SIZE, TRACING, TRANSACTION_INDEX
from local_node.runtime.wasm.host.storage import STORAGE
from local_node.runtime.wasm.host.trie import TRIE

_FAMILIES: Final[tuple[Family, ...]] = (
    STORAGE,
    CHILD_STORAGE,
    TRIE,
    HASHING,
    CRYPTO,
    LOGGING,
    PANIC_HANDLER,
    MISC,
    TRACING,
    TRANSACTION_INDEX,
    PROOF_SIZE,
    OFFCHAIN,
    OFFCHAIN_INDEX,
    BLS12_381,
)

FUNCTIONS: Final[dict[str, HostFunction]] = {
    name: function for family in _FAMILIES for name, function in family.functions.items()
}
