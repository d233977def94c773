"""The bytes of an extrinsic or of a call, decoded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from btsdk.descriptors.json_writing import call_to_json, to_json
from btsdk.errors import DecodeError
from btsdk.extrinsic import Extrinsic, extrinsic_hash
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256

if TYPE_CHECKING:
    from btsdk.metadata import Metadata


class ExtrinsicDocument(TypedDict):
    """What an extrinsic has beside its call."""

    extrinsic_hash: str
    signer: Annotated[str | None, "null if it is not signed"]
    signature: Annotated[Any, "the scheme and the bytes; null if it is not signed"]
    extensions: Annotated[dict[str, Any], "nonce, tip and era, by the names of the extensions"]


@dataclass(frozen=True)
class Decoded:
    """A call in the form of `json_writing`, and the extrinsic around it."""

    call: dict[str, Any]
    call_hash: str
    extrinsic: ExtrinsicDocument | None = None

    def rows(self) -> Iterator[tuple[str, str]]:
        """What is around the call."""
        if self.extrinsic is None:
            return
        yield "extrinsic", self.extrinsic["extrinsic_hash"]
        yield "signer", self.extrinsic["signer"] or "none: it is not signed"
        for name, value in self.extrinsic["extensions"].items():
            yield name, value if isinstance(value, str) else str(value)
        signature = self.extrinsic["signature"]
        if signature is not None:
            scheme, data = next(iter(signature.items()))
            yield "signature", f"{data} ({scheme})"


def decoded(metadata: Metadata, data: bytes) -> Decoded:
    """Decode an extrinsic, or else a call; raises `DecodeError` with the reasons for both."""
    try:
        found = Extrinsic.decode(data, metadata)
    except DecodeError as no_extrinsic:
        try:
            call = metadata.decode_call(data)
        except DecodeError as no_call:
            raise DecodeError(
                f"the bytes are no extrinsic ({no_extrinsic}), and no call ({no_call})",
                hint="They may be of another chain or runtime: see --network and --at.",
            ) from no_call
        return Decoded(call_to_json(metadata, call), _hash(data))
    extensions = {
        extension.identifier: found.extra[extension.identifier]
        for extension in metadata.extrinsic.extensions
        if extension.identifier in found.extra
    }
    signature = found.signature and to_json(metadata, metadata.extrinsic.signature, found.signature)
    return Decoded(
        call_to_json(metadata, found.call),
        _hash(found.call_data),
        {
            "extrinsic_hash": "0x" + extrinsic_hash(data).hex(),
            "signer": None if found.signer is None else ss58.encode(found.signer),
            "signature": signature,
            "extensions": {name: _plain(value) for name, value in extensions.items()},
        },
    )


def _plain(value: Any) -> Any:
    """An extension's value: a number, a name, or an era as its case."""
    if isinstance(value, tuple):
        return {value[0]: list(value[1])}
    return value


def _hash(call: bytes) -> str:
    return "0x" + blake2_256(call).hex()
