"""Conversion of the chain's dispatch errors to typed errors."""

from __future__ import annotations

from typing import Any

from btsdk.errors import DispatchError, IncompatibleItem
from btsdk.metadata import Metadata
from btsdk.tx.hints import hint_for


def dispatch_error(
    metadata: Metadata, value: Any, *, block_hash: str | None = None, receipt: object | None = None
) -> DispatchError:
    """The typed error for a decoded `DispatchError`."""
    pallet, name, docs = _named(metadata, value)
    hint = hint_for(f"{pallet}.{name}" if pallet else name)
    return DispatchError(pallet, name, docs, block_hash=block_hash, receipt=receipt, hint=hint)


def _named(metadata: Metadata, value: Any) -> tuple[str, str, str]:
    match value:
        case ("Module", {"index": int(index), "error": error}):
            try:
                return metadata.error(index, error)
            except IncompatibleItem:
                return "", f"Module({index}, {bytes(error).hex()})", ""
        case (str(kind), str(detail)):
            return "", f"{kind}.{detail}", ""
        case str():
            return "", value, ""
    return "", str(value), ""
