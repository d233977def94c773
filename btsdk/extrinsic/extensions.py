"""Values of the transaction extensions: in the extrinsic, and in the signed payload only.

The list and its order are always those of the metadata. An unknown extension is filled in only if
its types take no bytes; the caller must provide any other.

Signing is stricter, because the metadata comes from the node, which could choose types that write a
metadata hash in the bytes of another value. So each known extension is signed only in the form that
it has on every chain, and must be in the list once, the metadata hash last (`signed_extensions`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from btsdk.errors import IncompatibleItem, UsageError
from btsdk.extrinsic.era import Era
from btsdk.integers import settle
from btsdk.metadata.model import ExtensionMetadata, Metadata
from btsdk.scale.plan import Record
from btsdk.scale.primitives import compact_encode

Values = Mapping[str, Any]
"""Values by extension identifier."""


@dataclass(frozen=True)
class Signing:
    """The data that a signature commits to besides the call. Tips are in rao.

    `era_block_hash` is the hash of the era's birth block (of the genesis block if immortal);
    `metadata_hash` is None if the signer does not check the metadata.
    """

    nonce: int
    spec_version: int
    transaction_version: int
    genesis_hash: bytes
    era_block_hash: bytes
    era: Era = Era()  # noqa: RUF009 - frozen
    tip: int = 0
    metadata_hash: bytes | None = None

    def __post_init__(self) -> None:
        for name in ("nonce", "spec_version", "transaction_version", "tip"):
            settle(self, name, 0)

    def extra(self, metadata: Metadata) -> dict[str, Any]:
        """The values in the extrinsic, for the extensions that this chain has."""
        known = {
            "CheckMortality": self.era.to_scale(),
            "CheckEra": self.era.to_scale(),
            "CheckNonce": self.nonce,
            "ChargeTransactionPayment": self.tip,
            "ChargeAssetTxPayment": {"tip": self.tip, "asset_id": None},
            "CheckMetadataHash": "Disabled" if self.metadata_hash is None else "Enabled",
        }
        return _present(metadata, known)

    def additional(self, metadata: Metadata) -> dict[str, Any]:
        """The values that are signed but not in the extrinsic."""
        known = {
            "CheckSpecVersion": self.spec_version,
            "CheckTxVersion": self.transaction_version,
            "CheckGenesis": self.genesis_hash,
            "CheckMortality": self.era_block_hash,
            "CheckEra": self.era_block_hash,
            "CheckMetadataHash": self.metadata_hash,
        }
        return _present(metadata, known)


def signed_extensions(metadata: Metadata, extra: Values, additional: Values) -> bytes:
    """Both parts as they are signed; `IncompatibleItem` if a known extension has other types."""
    names = [extension.identifier for extension in metadata.extrinsic.extensions]
    for name, times in Counter(names).items():
        if times > 1:
            raise IncompatibleItem(f"the extension {name}", "one in the list", f"{times}")
    after = set(names[names.index(_LAST) + 1 :]) & _KNOWN if _LAST in names else set()
    if after:
        raise IncompatibleItem(f"the extension {_LAST}", "last", f"before {sorted(after)[0]}")
    for extension in metadata.extrinsic.extensions:
        _check(metadata, extension, extension.extra, extra, _EXTRA)
        _check(metadata, extension, extension.additional, additional, _ADDITIONAL)
    return encode_extra(metadata, extra) + encode_additional(metadata, additional)


def encode_extra(metadata: Metadata, values: Values) -> bytes:
    """The encoded part of the extensions in the extrinsic."""
    return b"".join(
        _encode(metadata, extension, extension.extra, values)
        for extension in metadata.extrinsic.extensions
    )


def encode_additional(metadata: Metadata, values: Values) -> bytes:
    """The encoded part of the extensions that is only signed."""
    return b"".join(
        _encode(metadata, extension, extension.additional, values)
        for extension in metadata.extrinsic.extensions
    )


def read_extra(metadata: Metadata, data: bytes, offset: int) -> tuple[dict[str, Any], int]:
    """The values of the extensions at `offset`, without those that take no bytes."""
    values: dict[str, Any] = {}
    for identifier, codec, only in metadata.extension_codecs:
        value, offset = codec.read(data, offset)
        values[identifier] = value if only is None else value[only]
    return values, offset


def _check(
    metadata: Metadata, extension: ExtensionMetadata, type_id: int, values: Values, forms: _Forms
) -> None:
    name = extension.identifier
    if name not in _KNOWN:
        return
    form = forms.get(name)
    wanted = b"" if form is None or name not in values else form(values[name])
    if _encode(metadata, extension, type_id, values) != wanted:
        found = metadata.shape(type_id)
        raise IncompatibleItem(f"the extension {name}", f"0x{wanted.hex()}", f"a value of {found}")


def _era(value: Any) -> bytes:
    return Era.from_scale(value).encode()


def _u32(value: int) -> bytes:
    try:
        return value.to_bytes(4, "little")
    except OverflowError:
        raise UsageError(f"a version of a runtime has four bytes, and {value} has more") from None


def _optional_hash(value: bytes | None) -> bytes:
    return b"\0" if value is None else b"\1" + value


_Forms = Mapping[str, Callable[[Any], bytes]]

_EXTRA: _Forms = {
    "CheckMortality": _era,
    "CheckEra": _era,
    "CheckNonce": compact_encode,
    "ChargeTransactionPayment": compact_encode,
    "ChargeAssetTxPayment": lambda value: compact_encode(value["tip"]) + b"\0",
    "CheckMetadataHash": lambda value: b"\1" if value == "Enabled" else b"\0",
}
_ADDITIONAL: _Forms = {
    "CheckSpecVersion": _u32,
    "CheckTxVersion": _u32,
    "CheckGenesis": bytes,
    "CheckMortality": bytes,
    "CheckEra": bytes,
    "CheckMetadataHash": _optional_hash,
}
"""The form of each known extension that takes bytes, equal on every chain."""
_KNOWN = _EXTRA.keys() | _ADDITIONAL.keys()
_LAST = "CheckMetadataHash"
"""What is signed has to end with the metadata hash. Versions, genesis and birth are the node's word
too: behind the hash they could be read one byte further on, as those of an extrinsic without it."""


def _encode(
    metadata: Metadata, extension: ExtensionMetadata, type_id: int, values: Values
) -> bytes:
    codec = metadata.registry.codec(type_id)
    if codec.fixed_size == 0:
        return b""
    if extension.identifier not in values:
        raise UsageError(f"the chain's extension {extension.identifier} needs a value")
    value = values[extension.identifier]
    plan = metadata.registry.plan(type_id)
    if isinstance(plan, Record) and len(plan.names) == 1 and not isinstance(value, dict):
        value = {plan.names[0]: value}
    return codec.encode(value)


def _present(metadata: Metadata, known: dict[str, Any]) -> dict[str, Any]:
    identifiers = [extension.identifier for extension in metadata.extrinsic.extensions]
    return {name: known[name] for name in identifiers if name in known}
