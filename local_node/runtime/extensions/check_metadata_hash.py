"""`CheckMetadataHash` (RFC-0078): a signer may sign what metadata it understood the call by.

With mode `Enabled` the hash of this runtime's metadata is part of what is signed, so that a
signature made with other metadata in mind is a bad proof.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from chain_spec.identity import signed_hash
from chain_spec.runtime import Interface
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context


@lru_cache(maxsize=8)
def metadata_hash(interface: Interface) -> bytes:
    """The 32 bytes that signers of this runtime sign."""
    return signed_hash(interface)


def implicit(ctx: Context, transaction: Transaction, extra: dict[str, Any]) -> bytes | None:
    if extra["mode"] == "Disabled":
        return None
    return metadata_hash(transaction.assembly.interface)


CHECK_METADATA_HASH = Extension(implicit=implicit)
