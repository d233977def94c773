"""`CheckMetadataHash` (RFC-0078): the metadata with which the signer decoded the call.

In mode `Enabled` the hash of this runtime's metadata is part of the signed payload, so a signature
for other metadata is a bad proof.
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
    """The 32-byte metadata hash in the signed payload."""
    return signed_hash(interface)


def implicit(ctx: Context, transaction: Transaction, extra: dict[str, Any]) -> bytes | None:
    if extra["mode"] == "Disabled":
        return None
    return metadata_hash(transaction.assembly.interface)


CHECK_METADATA_HASH = Extension(implicit=implicit)
