"""Runtime metadata, versions 14 and 15, as one model.

Layers, top to bottom:

    cache        metadata of known runtimes, in private files
    digest       the hash that `CheckMetadataHash` signs (RFC-0078)
    versions     decode_metadata, encode_metadata: the wire forms and the model
    wire         the wire forms, declared as SCALE types
    model        Metadata and its parts; calls, events, errors and runtime APIs by name
    storage      StorageMetadata: raw storage keys and back
"""

from __future__ import annotations

from btsdk.metadata.model import (
    ApiMetadata,
    Call,
    ConstantMetadata,
    CustomMetadata,
    EventRecord,
    ExtensionMetadata,
    ExtrinsicMetadata,
    Metadata,
    MethodInput,
    MethodMetadata,
    PalletError,
    PalletMetadata,
)
from btsdk.metadata.storage import StorageMetadata
from btsdk.metadata.versions import decode_metadata, encode_metadata

__all__ = [
    "ApiMetadata",
    "Call",
    "ConstantMetadata",
    "CustomMetadata",
    "EventRecord",
    "ExtensionMetadata",
    "ExtrinsicMetadata",
    "Metadata",
    "MethodInput",
    "MethodMetadata",
    "PalletError",
    "PalletMetadata",
    "StorageMetadata",
    "decode_metadata",
    "encode_metadata",
]
